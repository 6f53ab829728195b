resource "aws_efs_access_point" "web" { # want `access point "web" shows the whole file system`
  file_system_id = "fs-0a1b2c3d"
}

resource "aws_efs_access_point" "jobs" {
  file_system_id = "fs-0a1b2c3d"

  root_directory {
    path = "/" # want `access point "jobs" shows the whole file system`
  }
}
