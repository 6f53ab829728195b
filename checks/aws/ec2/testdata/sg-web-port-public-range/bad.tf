resource "aws_security_group" "console" {
  name        = "console"
  description = "console"

  ingress {
    description = "office"
    from_port   = 8080
    to_port     = 8080
    protocol    = "tcp"
    cidr_blocks = ["198.18.0.0/32", "8.8.8.0/24"] # want `TCP port 8080 \(an alternate web port\) open to public addresses \(8.8.8.0/24\)`
  }
}
