variable "policy" {
  type = string
}

resource "aws_efs_file_system_policy" "tls" {
  file_system_id = "fs-0a1b2c3d"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "*"
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}

resource "aws_efs_file_system_policy" "via_any" {
  file_system_id = "fs-0a1b2c3d"
  policy = jsonencode({ # want `file system policy "via_any" lets everyone in`
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "elasticfilesystem:ClientMount"
      Condition = { StringLike = { "elasticfilesystem:AccessPointArn" = "*" } }
    }]
  })
}

resource "aws_efs_file_system_policy" "unknown" {
  file_system_id = "fs-0a1b2c3d"
  policy         = var.policy # want `undecided: file system policy "unknown" lets everyone in`
}

# Everybody but those who come through a mount target.
resource "aws_efs_file_system_policy" "elsewhere" {
  file_system_id = "fs-0a1b2c3d"
  policy = jsonencode({ # want `file system policy "elsewhere" lets everyone in`
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "elasticfilesystem:ClientMount"
      Condition = { Null = { "elasticfilesystem:AccessedViaMountTarget" = "true" } }
    }]
  })
}

resource "aws_efs_access_point" "app" {
  file_system_id = "fs-0a1b2c3d"
}

resource "aws_efs_file_system_policy" "access_point" {
  file_system_id = "fs-0a1b2c3d"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "elasticfilesystem:ClientMount"
      Condition = { StringEquals = { "elasticfilesystem:AccessPointArn" = aws_efs_access_point.app.arn } }
    }]
  })
}
