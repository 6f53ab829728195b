resource "aws_fsx_openzfs_file_system" "home" {
  storage_capacity    = 64
  subnet_ids          = ["subnet-0a1b2c3da", "subnet-0a1b2c3db"]
  preferred_subnet_id = "subnet-0a1b2c3da"
  deployment_type     = "MULTI_AZ_1"
  throughput_capacity = 160
}
