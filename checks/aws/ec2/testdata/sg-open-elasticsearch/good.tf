resource "aws_security_group" "elasticsearch" {
  name        = "elasticsearch"
  description = "Clients of Elasticsearch"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 9200
    to_port     = 9200
    cidr_blocks = ["10.20.0.0/24"]
  }
}
