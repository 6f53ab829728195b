resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_vpc_ipv4_cidr_block_association" "more" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "100.64.0.0/16"
}

resource "aws_vpc" "peer" {
  cidr_block = "10.9.0.0/16"
}

resource "aws_vpc_peering_connection" "peer" {
  vpc_id      = aws_vpc.main.id
  peer_vpc_id = aws_vpc.peer.id
}

resource "aws_security_group" "front" {
  vpc_id      = aws_vpc.main.id
  description = "Public door of the order service"

  ingress {
    description      = "Customers"
    protocol         = "tcp"
    from_port        = 443
    to_port          = 443
    cidr_blocks      = ["0.0.0.0/0"]
    ipv6_cidr_blocks = ["::/0"]
  }
}

resource "aws_lb" "front" {
  security_groups = [aws_security_group.front.id]
}

resource "aws_security_group" "service" {
  vpc_id      = aws_vpc.main.id
  description = "Nodes of the order service"

  ingress {
    description     = "The load balancer"
    protocol        = "tcp"
    from_port       = 8443
    to_port         = 8443
    security_groups = [aws_security_group.front.id]
  }
  ingress {
    description = "Batch jobs, here and in the peered VPC"
    protocol    = "tcp"
    from_port   = 8443
    to_port     = 8443
    cidr_blocks = ["10.0.4.0/24", "100.64.0.0/16", "10.9.0.0/16"]
  }
  ingress {
    description = "Among themselves"
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    self        = true
  }
}
