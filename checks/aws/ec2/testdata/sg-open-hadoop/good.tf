resource "aws_security_group" "hadoop" {
  name        = "hadoop"
  description = "Clients of Hadoop"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 9000
    to_port     = 9000
    cidr_blocks = ["10.20.0.0/24"]
  }
}
