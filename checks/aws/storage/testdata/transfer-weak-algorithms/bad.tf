resource "aws_transfer_server" "partners" { # want `server "partners" takes weak algorithms`
  endpoint_type = "VPC"
}

resource "aws_transfer_server" "staff" {
  endpoint_type        = "VPC"
  security_policy_name = "TransferSecurityPolicy-2020-06" # want `server "staff" takes weak algorithms`
}
