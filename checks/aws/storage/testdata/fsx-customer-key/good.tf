resource "aws_kms_key" "home" {
  enable_key_rotation = true
}

resource "aws_fsx_windows_file_system" "home" {
  storage_capacity    = 300
  throughput_capacity = 32
  subnet_ids          = ["subnet-0a1b2c3d"]
  kms_key_id          = aws_kms_key.home.arn
}
