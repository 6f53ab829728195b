resource "aws_security_group" "mysql" {
  name        = "mysql"
  description = "Clients of MySQL"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 3306
    to_port     = 3306
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 3306 \\(MySQL\\) open to the internet"
  }
}
