variable "vpc_id" {
  type = string
}

variable "sources" {
  type = list(string)
}

# Nothing is known of the VPC, nor of what carries the group.
resource "aws_security_group" "module" {
  vpc_id = var.vpc_id
  ingress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"] # want "undecided: TCP port 443 is open to the internet, which is right on a load balancer"
  }
  ingress {
    protocol    = "tcp"
    from_port   = 8443
    to_port     = 8443
    cidr_blocks = ["10.0.0.0/8"]
  }
  ingress {
    protocol    = "tcp"
    from_port   = 8443
    to_port     = 8443
    cidr_blocks = var.sources # want "undecided: ingress.2..cidr_blocks is not known"
  }
  ingress {
    protocol    = "tcp"
    from_port   = 8443
    to_port     = 8443
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 8443 open to the internet"
  }
  ingress {
    protocol    = "icmp"
    from_port   = -1
    to_port     = -1
    cidr_blocks = ["0.0.0.0/0"] # want "ICMP open to the internet"
  }
  # What the other checks report is theirs.
  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# A VPN leads to networks that the code does not tell of.
resource "aws_vpc" "joined" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_vpn_gateway" "joined" {
  vpc_id = aws_vpc.joined.id
}

resource "aws_security_group" "joined" {
  vpc_id = aws_vpc.joined.id
}

resource "aws_vpc_security_group_ingress_rule" "joined" {
  security_group_id = aws_security_group.joined.id
  ip_protocol       = "tcp"
  from_port         = 8443
  to_port           = 8443
  cidr_ipv4         = "192.168.0.0/16"
}
