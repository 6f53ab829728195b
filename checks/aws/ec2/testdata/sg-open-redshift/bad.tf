resource "aws_security_group" "redshift" {
  name        = "redshift"
  description = "Clients of Redshift"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 5439
    to_port     = 5439
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 5439 \\(Redshift\\) open to the internet"
  }
}
