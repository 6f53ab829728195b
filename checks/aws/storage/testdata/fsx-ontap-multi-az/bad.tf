resource "aws_fsx_ontap_file_system" "shares" {
  storage_capacity    = 1024
  subnet_ids          = ["subnet-0a1b2c3da"]
  preferred_subnet_id = "subnet-0a1b2c3da"
  deployment_type     = "SINGLE_AZ_1" # want `file system "shares" stands in one availability zone`
  throughput_capacity = 128
}
