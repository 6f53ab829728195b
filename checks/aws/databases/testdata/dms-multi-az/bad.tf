resource "aws_dms_replication_instance" "main" { # want `replication instance "main" stands in one availability zone`
  replication_instance_id    = "main"
  replication_instance_class = "dms.t3.medium"
}
