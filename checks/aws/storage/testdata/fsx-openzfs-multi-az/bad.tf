resource "aws_fsx_openzfs_file_system" "home" {
  storage_capacity    = 64
  subnet_ids          = ["subnet-0a1b2c3da"]
  deployment_type     = "SINGLE_AZ_2" # want `file system "home" stands in one availability zone`
  throughput_capacity = 160
}
