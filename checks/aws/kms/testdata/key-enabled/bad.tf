resource "aws_kms_key" "data" {
  is_enabled = false # want `key "data" is disabled`
}
