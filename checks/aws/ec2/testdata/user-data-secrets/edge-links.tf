resource "random_password" "database" {
  length = 32
}

resource "aws_db_instance" "orders" {
  instance_class = "db.t4g.small"
  username       = "orders"
  password       = random_password.database.result
}

resource "aws_instance" "direct" {
  user_data = "mysql --password=${random_password.database.result}" # want "user_data spells out result of random_password.database"
}

resource "aws_launch_template" "encoded" {
  user_data = base64encode("connect ${aws_db_instance.orders.address} ${aws_db_instance.orders.password}") # want "user_data spells out (password of aws_db_instance.orders|result of random_password.database)"
}

# An address is no secret, nor is the name of one.
resource "aws_instance" "address" {
  user_data = "connect ${aws_db_instance.orders.address}" # want "undecided: parts of user_data are not known"
}

resource "aws_secretsmanager_secret" "database" {
  name = "orders/database"
}

resource "aws_instance" "name" {
  user_data = "fetch ${aws_secretsmanager_secret.database.name}"
}
