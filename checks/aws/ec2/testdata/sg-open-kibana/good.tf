resource "aws_security_group" "kibana" {
  name        = "kibana"
  description = "Clients of Kibana"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 5601
    to_port     = 5601
    cidr_blocks = ["10.20.0.0/24"]
  }
}
