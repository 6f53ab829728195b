resource "aws_fsx_lustre_file_system" "models" { # want `file system "models" does not copy its tags to backups`
  storage_capacity            = 1200
  subnet_ids                  = ["subnet-0a1b2c3da"]
  deployment_type             = "PERSISTENT_2"
  per_unit_storage_throughput = 125
}
