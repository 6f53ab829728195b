resource "aws_ses_configuration_set" "invoices" {
  name = "invoices"

  delivery_options {
    tls_policy = "Require"
  }
}
