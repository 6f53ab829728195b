resource "aws_iam_server_certificate" "shop" {
  name             = "shop"
  certificate_body = local.certificate
  private_key      = var.private_key
}

locals {
  certificate = <<-EOT
    -----BEGIN CERTIFICATE-----
    MIHkMIGXoAMCAQICAQEwBQYDK2VwMBsxGTAXBgNVBAMTEHNob3AuZXhhbXBsZS5j
    b20wIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBsxGTAXBgNVBAMT
    EHNob3AuZXhhbXBsZS5jb20wKjAFBgMrZXADIQAlUmQ8O9Mokid2s760jo6a/CnA
    DgwjSu6XcebILxLC7jAFBgMrZXADQQAmrDgJyhZ9YovPWsXAfn1xjkKdZGKPc5JV
    Ji0WYWY0Mhl9rHn6KVKYdB4WAaM1Occ1ot4xW4cNJ2HHrdapkTsG
    -----END CERTIFICATE-----
  EOT
}

variable "private_key" {
  type      = string
  sensitive = true
}
