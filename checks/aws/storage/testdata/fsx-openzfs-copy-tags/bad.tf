resource "aws_fsx_openzfs_file_system" "home" { # want `does not copy its tags to volumes`
  storage_capacity     = 64
  subnet_ids           = ["subnet-0a1b2c3da"]
  deployment_type      = "SINGLE_AZ_2"
  throughput_capacity  = 160
  copy_tags_to_backups = false # want `does not copy its tags to backups`
}
