resource "aws_emr_cluster" "spark" {
  name          = "spark"
  release_label = "emr-7.9.0"
  service_role  = "emr"
  ec2_attributes {
    instance_profile                  = "emr"
    emr_managed_master_security_group = "sg-0123456789abcdef0"
    emr_managed_slave_security_group  = "sg-0123456789abcdef1"
  }
}
