resource "aws_dms_replication_instance" "move" { # want `replication instance "move" gets no minor upgrades`
  replication_instance_id    = "move"
  replication_instance_class = "dms.t3.medium"
}
