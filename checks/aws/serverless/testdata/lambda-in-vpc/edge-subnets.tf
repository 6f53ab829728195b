# Without subnets the block has no effect: modules write it for everybody.
variable "subnets" {
  default = []
}
variable "unknown" {}

resource "aws_lambda_function" "none" {
  function_name = "none"
  role          = "arn:aws:iam::123456789012:role/none"
  vpc_config {
    subnet_ids         = var.subnets # want `function "none" is not in a VPC`
    security_group_ids = []
  }
}

resource "aws_lambda_function" "perhaps" {
  function_name = "perhaps"
  role          = "arn:aws:iam::123456789012:role/perhaps"
  vpc_config {
    subnet_ids         = var.unknown # want `undecided: function "perhaps" is not in a VPC`
    security_group_ids = []
  }
}
