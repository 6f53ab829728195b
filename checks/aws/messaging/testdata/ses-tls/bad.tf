resource "aws_ses_configuration_set" "invoices" { # want `configuration set "invoices" does not demand TLS`
  name = "invoices"
}

resource "aws_sesv2_configuration_set" "reminders" {
  configuration_set_name = "reminders"

  delivery_options {
    tls_policy = "OPTIONAL" # want `configuration set "reminders" does not demand TLS`
  }
}
