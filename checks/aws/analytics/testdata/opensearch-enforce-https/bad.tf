resource "aws_opensearch_domain" "logs" { # want `domain "logs" answers over plain HTTP`
  domain_name = "logs"
}

resource "aws_elasticsearch_domain" "old" {
  domain_name = "old"
  domain_endpoint_options {
    enforce_https = false # want `domain "old" answers over plain HTTP`
  }
}
