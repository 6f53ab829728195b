resource "aws_security_group" "redshift" {
  name        = "redshift"
  description = "Clients of Redshift"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 5439
    to_port     = 5439
    cidr_blocks = ["10.20.0.0/24"]
  }
}
