resource "aws_iam_role" "app" {
  assume_role_policy = jsonencode({ # want `role "app" can be assumed by any AWS principal`
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "sts:AssumeRole"
    }]
  })
}
