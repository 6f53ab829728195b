resource "aws_kms_key" "data" { # want `key "data" does not rotate`
  description = "data"
}
