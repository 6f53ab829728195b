resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_security_group" "service" {
  vpc_id      = aws_vpc.main.id
  description = "Nodes of the order service"

  ingress {
    description = "Customers"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 443 open to the internet on a group that aws_instance.service carries, which is no load balancer"
  }
  ingress {
    description = "A partner"
    protocol    = "tcp"
    from_port   = 8443
    to_port     = 8443
    cidr_blocks = ["198.51.100.7/32"] # want "TCP port 8443 from public addresses .198.51.100.7/32. outside the VPC"
  }
  ingress {
    description = "All of the company"
    protocol    = "tcp"
    from_port   = 8443
    to_port     = 8443
    cidr_blocks = ["10.0.0.0/8"] # want "TCP port 8443 from 10.0.0.0/8, which reaches beyond the networks of aws_vpc.main"
  }
}

resource "aws_instance" "service" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "m6i.large"
  vpc_security_group_ids = [aws_security_group.service.id]
}
