resource "aws_emr_cluster" "spark" { # want `cluster "spark" has no security configuration`
  name          = "spark"
  release_label = "emr-7.9.0"
  service_role  = "emr"
}
