resource "aws_fsx_windows_file_system" "home" { # want `file system "home" names no customer-managed key`
  storage_capacity    = 300
  throughput_capacity = 32
  subnet_ids          = ["subnet-0a1b2c3d"]
}

resource "aws_fsx_ontap_file_system" "archive" {
  storage_capacity    = 1024
  deployment_type     = "SINGLE_AZ_1"
  preferred_subnet_id = "subnet-0a1b2c3d"
  subnet_ids          = ["subnet-0a1b2c3d"]
  kms_key_id          = "" # want `file system "archive" names no customer-managed key`
}
