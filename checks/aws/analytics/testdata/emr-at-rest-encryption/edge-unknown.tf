variable "configuration" {}
variable "key" {}

resource "aws_emr_security_configuration" "unknown" {
  name          = "unknown"
  configuration = var.configuration # want `undecided: security configuration "unknown"`
}

resource "aws_emr_security_configuration" "key" {
  name          = "key"
  configuration = <<-JSON
    {"EncryptionConfiguration": {"EnableAtRestEncryption": true, "AtRestEncryptionConfiguration": {
      "LocalDiskEncryptionConfiguration": {"EncryptionKeyProviderType": "AwsKms", "AwsKmsKey": "${var.key}"}}}}
  JSON
}
