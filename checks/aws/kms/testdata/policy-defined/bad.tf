resource "aws_kms_key" "data" { # want `key "data" has the default key policy`
  enable_key_rotation = true
}
