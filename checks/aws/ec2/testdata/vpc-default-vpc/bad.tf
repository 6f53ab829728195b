resource "aws_default_vpc" "default" { # want `the default VPC is adopted as "default"`
}
