variable "policy" {
  type = string
}

resource "aws_secretsmanager_secret_policy" "organization" {
  secret_arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "secretsmanager:GetSecretValue"
      Resource  = "*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-abcde12345" } }
    }]
  })
}

resource "aws_secretsmanager_secret_policy" "deny" {
  secret_arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "secretsmanager:*"
      Resource  = "*"
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}

resource "aws_secretsmanager_secret" "unknown" {
  name   = "unknown"
  policy = var.policy # want `undecided: secret "unknown" lets everyone in`
}
