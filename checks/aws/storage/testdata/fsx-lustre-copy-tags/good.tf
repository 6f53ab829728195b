resource "aws_fsx_lustre_file_system" "models" {
  storage_capacity            = 1200
  subnet_ids                  = ["subnet-0a1b2c3da"]
  deployment_type             = "PERSISTENT_2"
  per_unit_storage_throughput = 125
  copy_tags_to_backups        = true
}
