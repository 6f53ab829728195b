resource "aws_iam_role" "audit" {
  assume_role_policy = jsonencode({ # want `role "audit" can be assumed by a whole account`
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:root" }
      Action    = "sts:AssumeRole"
    }]
  })
}
