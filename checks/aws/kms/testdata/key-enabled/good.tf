resource "aws_kms_key" "data" {
  is_enabled = true
}
resource "aws_kms_key" "default" {}
