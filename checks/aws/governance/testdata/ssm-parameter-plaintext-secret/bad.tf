resource "random_password" "db" {
  length = 32
}

resource "aws_ssm_parameter" "db" {
  name  = "/shop/db"
  type  = "String"
  value = random_password.db.result # want `plain parameter "db" holds result of random_password.db`
}
