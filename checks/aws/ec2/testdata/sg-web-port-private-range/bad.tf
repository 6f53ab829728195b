resource "aws_security_group" "intranet" {
  name        = "intranet"
  description = "intranet"

  ingress {
    description = "everybody inside"
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"] # want `TCP port 443 \(HTTPS\) open to a private network \(10.0.0.0/8\)`
  }
}
