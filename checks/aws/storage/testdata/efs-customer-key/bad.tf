resource "aws_efs_file_system" "uploads" { # want `file system "uploads" names no customer-managed key`
  creation_token = "uploads"
  encrypted      = true
}
