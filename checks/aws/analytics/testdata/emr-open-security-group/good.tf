resource "aws_security_group" "master" {
  ingress {
    from_port   = 8443
    to_port     = 8443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/16"]
  }
}

resource "aws_emr_cluster" "spark" {
  name          = "spark"
  release_label = "emr-7.9.0"
  service_role  = "emr"
  ec2_attributes {
    instance_profile                  = "emr"
    emr_managed_master_security_group = aws_security_group.master.id
    emr_managed_slave_security_group  = "sg-0123456789abcdef0"
  }
}
