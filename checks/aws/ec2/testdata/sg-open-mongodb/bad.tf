resource "aws_security_group" "mongodb" {
  name        = "mongodb"
  description = "Clients of MongoDB"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 27017
    to_port     = 27017
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 27017 \\(MongoDB\\) open to the internet"
  }
}
