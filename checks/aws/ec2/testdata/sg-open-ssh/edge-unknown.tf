variable "office" {
  type = list(string)
}

variable "ports" {
  type = list(number)
}

data "aws_ec2_managed_prefix_list" "office" {
  name = "office"
}

resource "aws_vpc" "main" {
  ipv4_netmask_length = 24
}

resource "aws_security_group" "addresses" {
  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = var.office # want "undecided: ingress.0..cidr_blocks is not known"
  }
}

# The addresses of a VPC are not known here, and not those of everyone.
resource "aws_security_group" "inside" {
  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = [aws_vpc.main.cidr_block]
  }
  ingress {
    protocol        = "tcp"
    from_port       = 22
    to_port         = 22
    prefix_list_ids = [data.aws_ec2_managed_prefix_list.office.id]
  }
}

resource "aws_security_group" "ports" {
  dynamic "ingress" {
    for_each = var.ports
    content {
      protocol    = "tcp"
      from_port   = ingress.value # want "undecided: ingress.0..from_port is not known"
      to_port     = ingress.value
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
}
