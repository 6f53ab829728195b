variable "subnets" {
  type = list(string)
}

resource "aws_db_subnet_group" "given" {
  name       = "given"
  subnet_ids = var.subnets
}

resource "aws_db_instance" "orders" {
  instance_class       = "db.t4g.medium"
  db_subnet_group_name = aws_db_subnet_group.given.name # want `undecided: whether the subnets of instance "orders" are public`
}
