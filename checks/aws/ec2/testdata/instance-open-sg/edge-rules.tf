variable "cidr" {
  type = string
}

resource "aws_security_group" "split" {
  name = "split"
}

resource "aws_vpc_security_group_ingress_rule" "split" {
  security_group_id = aws_security_group.split.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_launch_configuration" "split" {
  image_id        = "ami-0abcdef1234567890"
  instance_type   = "t3.micro"
  security_groups = [aws_security_group.split.id] # want `aws_launch_configuration.split carries group "split"`
}

# One port is the matter of other checks.
resource "aws_security_group" "port" {
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_launch_template" "port" {
  network_interfaces {
    security_groups = [aws_security_group.port.id]
  }
}

resource "aws_security_group" "unknown" {
  ingress {
    from_port   = 1000
    to_port     = 2000
    protocol    = "tcp"
    cidr_blocks = [var.cidr]
  }
}

resource "aws_instance" "unknown" {
  ami                    = "ami-0abcdef1234567890"
  vpc_security_group_ids = [aws_security_group.unknown.id] # want `undecided: aws_instance.unknown carries group`
}
