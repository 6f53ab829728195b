# AWS cannot rotate these.
resource "aws_kms_key" "rsa" {
  customer_master_key_spec = "RSA_2048"
  key_usage                = "SIGN_VERIFY"
}
resource "aws_kms_key" "mac" {
  key_usage = "GENERATE_VERIFY_MAC"
}
resource "aws_kms_key" "store" {
  custom_key_store_id = "cks-1234567890abcdef0"
}
resource "aws_kms_key" "symmetric" {
  customer_master_key_spec = "SYMMETRIC_DEFAULT"
  enable_key_rotation      = false # want `does not rotate`
}
variable "rotate" {}
resource "aws_kms_key" "unknown" {
  enable_key_rotation = var.rotate # want `undecided: `
}
