resource "aws_efs_file_system" "uploads" { # want `file system "uploads" is not encrypted`
  creation_token = "uploads"
}
