variable "role" {}

resource "aws_transfer_connector" "bank" {
  access_role  = "arn:aws:iam::123456789012:role/transfer"
  logging_role = var.role # want `undecided: .*writes no logs`
  url          = "sftp://files.example.com"
}
