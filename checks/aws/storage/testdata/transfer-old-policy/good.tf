resource "aws_transfer_server" "partners" {
  endpoint_type        = "VPC"
  security_policy_name = "TransferSecurityPolicy-FIPS-2025-03"
}
