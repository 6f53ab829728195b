variable "types" {}

provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "there"
  region = "us-east-1"
}

resource "aws_inspector2_enabler" "images" {
  account_ids    = ["123456789012"]
  resource_types = ["ECR"]
}

resource "aws_inspector2_enabler" "instances" {
  account_ids    = ["123456789012"]
  resource_types = ["EC2"]
}

resource "aws_inspector2_enabler" "unknown" {
  provider       = aws.there
  account_ids    = ["123456789012"]
  resource_types = var.types # want `undecided: .*does not scan EC2 instances`
}
