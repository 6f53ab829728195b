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
