resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"
  access_policies = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/shop" }
      Action    = "es:ESHttp*"
      Resource  = "arn:aws:es:eu-central-1:111122223333:domain/logs/*"
    }]
  })
}
