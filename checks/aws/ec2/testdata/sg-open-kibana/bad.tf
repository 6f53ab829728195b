resource "aws_security_group" "kibana" {
  name        = "kibana"
  description = "Clients of Kibana"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 5601
    to_port     = 5601
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 5601 \\(Kibana\\) open to the internet"
  }
}
