resource "aws_efs_file_system_policy" "uploads" {
  file_system_id = "fs-0a1b2c3d"
  policy = jsonencode({ # want `file system policy "uploads" lets everyone in`
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"]
    }]
  })
}
