variable "groups" {
  type = list(string)
}

variable "clients" {
  type = list(string)
}

resource "aws_db_instance" "elsewhere" {
  instance_class         = "db.t4g.medium"
  vpc_security_group_ids = var.groups # want `undecided: the security groups of instance "elsewhere"`
}

resource "aws_security_group" "db" {
  name = "db"
}

resource "aws_vpc_security_group_ingress_rule" "any" {
  security_group_id = aws_security_group.db.id
  ip_protocol       = "tcp"
  from_port         = 3306
  to_port           = 3306
  cidr_ipv4         = "0.0.0.0/0" # want `cluster "orders" can be reached from 0.0.0.0/0 by TCP port 3306`
}

resource "aws_security_group_rule" "clients" {
  type              = "ingress"
  security_group_id = aws_security_group.db.id
  protocol          = "tcp"
  from_port         = 3306
  to_port           = 3306
  cidr_blocks       = var.clients # want `undecided: who may reach cluster "orders" is not known`
}

resource "aws_rds_cluster" "orders" {
  cluster_identifier     = "orders"
  engine                 = "aurora-mysql"
  vpc_security_group_ids = [aws_security_group.db.id]
}
