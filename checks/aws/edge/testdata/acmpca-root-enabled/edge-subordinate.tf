variable "enabled" {}

resource "aws_acmpca_certificate_authority" "subordinate" {
  type = "SUBORDINATE"
}

resource "aws_acmpca_certificate_authority" "root" {
  type    = "ROOT"
  enabled = var.enabled # want `undecided: .*is enabled`
}
