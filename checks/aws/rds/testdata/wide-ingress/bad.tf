resource "aws_security_group" "db" {
  name = "db"
  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # want `instance "orders" can be reached from 0.0.0.0/0 by TCP port 5432`
  }
}

resource "aws_security_group_rule" "all_private" {
  type              = "ingress"
  security_group_id = aws_security_group.db.id
  from_port         = 5432
  to_port           = 5432
  protocol          = "tcp"
  cidr_blocks       = ["10.0.0.0/8"] # want `instance "orders" can be reached from 10.0.0.0/8 by TCP port 5432`
}

resource "aws_db_instance" "orders" {
  instance_class         = "db.t4g.medium"
  vpc_security_group_ids = [aws_security_group.db.id]
}
