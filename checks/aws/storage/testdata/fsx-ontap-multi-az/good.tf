resource "aws_fsx_ontap_file_system" "shares" {
  storage_capacity    = 1024
  subnet_ids          = ["subnet-0a1b2c3da", "subnet-0a1b2c3db"]
  preferred_subnet_id = "subnet-0a1b2c3da"
  deployment_type     = "MULTI_AZ_2"
  throughput_capacity = 384
}
