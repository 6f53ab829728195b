resource "aws_security_group" "couchdb" {
  name        = "couchdb"
  description = "Clients of CouchDB"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 5984
    to_port     = 5984
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 5984 \\(CouchDB\\) open to the internet"
  }
}
