resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"
  access_policies = jsonencode({ # want `access policy of "logs" lets everybody in`
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "es:*"
      Resource  = "arn:aws:es:eu-central-1:111122223333:domain/logs/*"
    }]
  })
}
