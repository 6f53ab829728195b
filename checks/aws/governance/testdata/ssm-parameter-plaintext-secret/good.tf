resource "random_password" "db" {
  length = 32
}

resource "aws_ssm_parameter" "db" {
  name  = "/shop/db"
  type  = "SecureString"
  value = random_password.db.result
}

resource "aws_ssm_parameter" "level" {
  name  = "/shop/log-level"
  type  = "String"
  value = "info"
}
