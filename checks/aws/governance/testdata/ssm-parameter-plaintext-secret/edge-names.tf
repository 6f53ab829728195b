variable "kind" {
  type = string
}

resource "aws_secretsmanager_secret" "db" {
  name = "db"
}

resource "aws_ssm_parameter" "named" {
  name  = "/shop/db_password"
  type  = "String"
  value = "tiger" # want `plain parameter "named" has the name of a secret`
}

# It says where the password is.
resource "aws_ssm_parameter" "arn" {
  name  = "/shop/db_password"
  type  = "String"
  value = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db"
}

resource "aws_ssm_parameter" "link" {
  name  = "/shop/db_password"
  type  = "String"
  value = aws_secretsmanager_secret.db.arn
}

resource "aws_ssm_parameter" "length" {
  name  = "/shop/password-length"
  type  = "String"
  value = "14"
}

resource "aws_ssm_parameter" "unknown" {
  name  = "/shop/db_password"
  type  = var.kind
  value = "tiger"
}

variable "password" {
  type = string
}

resource "aws_ssm_parameter" "given" {
  name  = "/shop/db_password"
  type  = "String"
  value = var.password # want `undecided: plain parameter "given"`
}

# Where it is, and whether there is one.
resource "aws_ssm_parameter" "address" {
  name  = "/shop/reset_password"
  type  = "String"
  value = "https://shop.example.com/reset"
}

resource "aws_ssm_parameter" "switch" {
  name  = "/shop/require-password"
  type  = "String"
  value = "true"
}

resource "aws_ssm_parameter" "china" {
  name  = "/shop/db_password"
  type  = "String"
  value = "arn:aws-cn:secretsmanager:cn-north-1:123456789012:secret:db"
}
