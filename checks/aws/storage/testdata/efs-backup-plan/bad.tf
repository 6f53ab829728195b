resource "aws_efs_file_system" "uploads" { # want `no backup plan covers file system "uploads"`
  creation_token = "uploads"
  encrypted      = true
}
