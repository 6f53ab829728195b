resource "aws_transfer_connector" "bank" { # want `connector "bank" writes no logs`
  access_role = "arn:aws:iam::123456789012:role/transfer"
  url         = "sftp://files.example.com"

  sftp_config {
    trusted_host_keys = ["ssh-rsa AAAAB3NzaC1yc2EAAAADAQAB"]
    user_secret_id    = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:bank"
  }
}
