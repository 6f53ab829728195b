variable "policy" {}

resource "aws_api_gateway_domain_name" "newest" {
  domain_name     = "a.example.com"
  security_policy = "SecurityPolicy_TLS13_1_3_2025_09"
}

resource "aws_api_gateway_domain_name" "silent" { # want `domain name "silent" accepts TLS older than 1.2`
  domain_name = "b.example.com"
}

resource "aws_api_gateway_domain_name" "unknown" {
  domain_name     = "c.example.com"
  security_policy = var.policy # want `undecided: domain name "unknown"`
}
