resource "aws_efs_access_point" "web" { # want `access point "web" lets clients say which user they are`
  file_system_id = "fs-0a1b2c3d"
}
