variable "path" {
  type = string
}

resource "aws_efs_access_point" "unknown" {
  file_system_id = "fs-0a1b2c3d"

  root_directory {
    path = var.path # want `undecided: access point "unknown" shows the whole file system`
  }
}
