resource "aws_kms_key" "uploads" {
  enable_key_rotation = true
}

resource "aws_efs_file_system" "uploads" {
  creation_token = "uploads"
  encrypted      = true
  kms_key_id     = aws_kms_key.uploads.arn
}
