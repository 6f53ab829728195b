resource "aws_efs_access_point" "web" {
  file_system_id = "fs-0a1b2c3d"

  root_directory {
    path = "/web"
  }
}
