resource "aws_transfer_server" "partners" {
  endpoint_type        = "VPC"
  security_policy_name = "TransferSecurityPolicy-2025-03"
}
