resource "aws_security_group" "oracle" {
  name        = "oracle"
  description = "Clients of Oracle Database"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 1521
    to_port     = 1521
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 1521 \\(Oracle Database\\) open to the internet"
  }
}
