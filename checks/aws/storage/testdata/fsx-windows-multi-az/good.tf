resource "aws_fsx_windows_file_system" "office" {
  active_directory_id = "d-1234567890"
  storage_capacity    = 300
  subnet_ids          = ["subnet-0a1b2c3da", "subnet-0a1b2c3db"]
  preferred_subnet_id = "subnet-0a1b2c3da"
  deployment_type     = "MULTI_AZ_1"
  throughput_capacity = 1024
}
