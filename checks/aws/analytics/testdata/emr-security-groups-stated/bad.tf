resource "aws_emr_cluster" "spark" {
  name          = "spark"
  release_label = "emr-7.9.0"
  service_role  = "emr"
  ec2_attributes { # want `cluster "spark" names no security groups`
    instance_profile = "emr"
  }
}
