resource "aws_fsx_windows_file_system" "office" { # want `file system "office" stands in one availability zone`
  active_directory_id = "d-1234567890"
  storage_capacity    = 300
  subnet_ids          = ["subnet-0a1b2c3da"]
  throughput_capacity = 1024
}
