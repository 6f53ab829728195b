resource "aws_security_group" "mongodb" {
  name        = "mongodb"
  description = "Clients of MongoDB"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 27017
    to_port     = 27017
    cidr_blocks = ["10.20.0.0/24"]
  }
}
