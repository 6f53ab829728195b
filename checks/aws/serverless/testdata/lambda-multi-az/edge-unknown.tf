variable "subnets" {}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"

  vpc_config {
    subnet_ids         = var.subnets # want `undecided: .*one subnet only`
    security_group_ids = ["sg-0a1b2c3d"]
  }
}

resource "aws_lambda_function" "outside" {
  function_name = "outside"
  role          = "arn:aws:iam::123456789012:role/orders"
}
