# One group for all nodes is reported once; what is not known is not passed.
variable "offices" {}

resource "aws_security_group" "all" {
  name = "all"
}

resource "aws_vpc_security_group_ingress_rule" "web" {
  security_group_id = aws_security_group.all.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 8088
  to_port           = 8088
}

resource "aws_security_group" "offices" {
  name = "offices"
  ingress {
    from_port   = 8088
    to_port     = 8088
    protocol    = "tcp"
    cidr_blocks = var.offices
  }
}

resource "aws_emr_cluster" "shared" {
  name          = "shared"
  release_label = "emr-7.0.0"
  service_role  = "emr"
  ec2_attributes {
    instance_profile                  = "emr"
    emr_managed_master_security_group = aws_security_group.all.id # want `security group "all" of cluster "shared" lets the internet in`
    emr_managed_slave_security_group  = aws_security_group.all.id
    additional_master_security_groups = aws_security_group.offices.id # want `undecided: security group "offices" of cluster "shared" lets the internet in`
  }
}
