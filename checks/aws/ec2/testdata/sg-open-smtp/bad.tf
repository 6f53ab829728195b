resource "aws_security_group" "smtp" {
  name        = "smtp"
  description = "Clients of SMTP"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 25
    to_port     = 25
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 25 \\(SMTP\\) open to the internet"
  }
}
