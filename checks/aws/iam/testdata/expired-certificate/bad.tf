resource "aws_iam_server_certificate" "shop" {
  name             = "shop"
  certificate_body = local.certificate # want `certificate "shop" expired on 2020-01-01`
  private_key      = var.private_key
}

locals {
  certificate = <<-EOT
    -----BEGIN CERTIFICATE-----
    MIHiMIGVoAMCAQICAQEwBQYDK2VwMBsxGTAXBgNVBAMTEHNob3AuZXhhbXBsZS5j
    b20wHhcNMTkwMTAxMDAwMDAwWhcNMjAwMTAxMDAwMDAwWjAbMRkwFwYDVQQDExBz
    aG9wLmV4YW1wbGUuY29tMCowBQYDK2VwAyEAJVJkPDvTKJIndrO+tI6OmvwpwA4M
    I0rul3HmyC8Swu4wBQYDK2VwA0EAy+D1sM7G1TsoalRH0D944K03iHsBUaHwGOGK
    0J5lVWZCmTK8VInogwtkfqPuyTu707lYj3h05z9NBXj+JOZ6CA==
    -----END CERTIFICATE-----
  EOT
}

variable "private_key" {
  type      = string
  sensitive = true
}
