variable "vpc_id" {
  type = string
}

resource "aws_vpc" "main" { # want `undecided: VPC "main" has no flow log`
  cidr_block = "10.0.0.0/16"
}

resource "aws_flow_log" "main" {
  vpc_id               = var.vpc_id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::flow-logs"
}
