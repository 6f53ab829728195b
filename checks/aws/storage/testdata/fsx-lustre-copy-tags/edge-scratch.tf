# A scratch file system has no backups.
resource "aws_fsx_lustre_file_system" "scratch" {
  storage_capacity = 1200
  subnet_ids       = ["subnet-0a1b2c3da"]
  deployment_type  = "SCRATCH_2"
}

resource "aws_fsx_lustre_file_system" "default" {
  storage_capacity = 1200
  subnet_ids       = ["subnet-0a1b2c3da"]
}
