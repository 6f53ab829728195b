variable "ids" {
  default = { # want `default.deep.list\[1\] holds a credential`
    role  = "AROAIOSFODNN7QWERTYU"
    deep  = { list = ["x", "AKIAIOSFODNN7EXAMPLE"] } 
  }
}

# User data has a check of its own.
resource "aws_instance" "web" {
  user_data = "export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE"
}

resource "aws_s3_bucket" "b" {
  tags = { # want `tags.token holds a credential`
    token = "AKIAIOSFODNN7EXAMPLE"
  }
}

# Known in parts only, and still spelled out.
resource "aws_sns_topic" "t" {
  display_name = "${aws_s3_bucket.b.arn} AKIAIOSFODNN7EXAMPLE" # want `display_name holds a credential`
}

# aws-ssm-parameter-plaintext-secret reports it.
resource "aws_ssm_parameter" "plain" {
  name  = "/deploy/token"
  type  = "String"
  value = "AKIAIOSFODNN7EXAMPLE"
}
