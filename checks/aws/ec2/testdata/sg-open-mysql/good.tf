resource "aws_security_group" "mysql" {
  name        = "mysql"
  description = "Clients of MySQL"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 3306
    to_port     = 3306
    cidr_blocks = ["10.20.0.0/24"]
  }
}
