variable "certificate" {
  type = string
}

resource "aws_iam_server_certificate" "unknown" {
  name             = "unknown"
  certificate_body = var.certificate
  private_key      = var.certificate
}

resource "aws_iam_server_certificate" "garbage" {
  name             = "garbage"
  certificate_body = "no certificate"
  private_key      = var.certificate
}
