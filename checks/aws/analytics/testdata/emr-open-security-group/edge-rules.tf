resource "aws_security_group" "workers" {
  name = "workers"
}

resource "aws_vpc_security_group_ingress_rule" "workers" {
  security_group_id = aws_security_group.workers.id
  ip_protocol       = "-1"
  cidr_ipv6         = "::/0"
}

resource "aws_emr_cluster" "spark" {
  name          = "spark"
  release_label = "emr-7.9.0"
  service_role  = "emr"
  ec2_attributes {
    instance_profile                 = "emr"
    additional_slave_security_groups = "sg-0123456789abcdef0,${aws_security_group.workers.id}" # want `security group "workers" of cluster "spark"`
  }
}
