resource "aws_transfer_server" "partners" {
  endpoint_type        = "VPC"
  security_policy_name = "TransferSecurityPolicy-2023-05" # want `server "partners" has a security policy from before 2024`
}
