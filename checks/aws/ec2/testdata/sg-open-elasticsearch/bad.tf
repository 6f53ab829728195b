resource "aws_security_group" "elasticsearch" {
  name        = "elasticsearch"
  description = "Clients of Elasticsearch"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 9200
    to_port     = 9200
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 9200 \\(Elasticsearch\\) open to the internet"
  }
}
