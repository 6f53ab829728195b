resource "aws_security_group" "couchdb" {
  name        = "couchdb"
  description = "Clients of CouchDB"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 5984
    to_port     = 5984
    cidr_blocks = ["10.20.0.0/24"]
  }
}
