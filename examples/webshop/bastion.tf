data "aws_ami" "linux" {
  owners      = ["amazon"]
  most_recent = true

  filter {
    name   = "name"
    values = ["al2023-ami-2023.*-x86_64"]
  }
}

resource "aws_instance" "bastion" {
  ami                    = data.aws_ami.linux.id
  instance_type          = "t3.micro"
  subnet_id              = local.subnets.entrance[0]
  vpc_security_group_ids = [aws_security_group.bastion.id]
  # merlon:ignore aws-ec2-instance-public-ip reason="until the VPN is there" until=2027-06-30 owner=platform
  associate_public_ip_address = true

  metadata_options {
    http_tokens = lookup(local.metadata_tokens, "bastion", local.metadata_tokens.default)
  }

  root_block_device {
    encrypted  = true
    kms_key_id = aws_kms_key.data.arn
  }

  tags = { Name = "${local.name}-bastion" }
}

resource "aws_security_group" "bastion" {
  name        = "${local.name}-bastion"
  description = "Administrators' way in"
  vpc_id      = module.network.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "bastion" {
  for_each = toset(var.office_cidrs)

  security_group_id = aws_security_group.bastion.id
  description       = "SSH from the office"
  cidr_ipv4         = each.value #tfsec:ignore:aws-ec2-no-public-ingress-sgr the office has fixed addresses
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
}
