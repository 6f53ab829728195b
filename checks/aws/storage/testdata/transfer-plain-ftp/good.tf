resource "aws_transfer_server" "partners" {
  endpoint_type = "VPC"
  protocols     = ["SFTP", "FTPS"]
  certificate   = "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d"
}
