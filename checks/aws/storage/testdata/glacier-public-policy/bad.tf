resource "aws_glacier_vault" "archive" {
  name = "archive"
  access_policy = jsonencode({ # want `vault "archive" lets everyone in`
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "glacier:InitiateJob"
      Resource  = "arn:aws:glacier:eu-west-1:123456789012:vaults/archive"
    }]
  })
}
