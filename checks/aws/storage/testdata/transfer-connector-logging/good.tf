resource "aws_transfer_connector" "bank" {
  access_role  = "arn:aws:iam::123456789012:role/transfer"
  logging_role = "arn:aws:iam::123456789012:role/transfer_logs"
  url          = "sftp://files.example.com"

  sftp_config {
    trusted_host_keys = ["ssh-rsa AAAAB3NzaC1yc2EAAAADAQAB"]
    user_secret_id    = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:bank"
  }
}
