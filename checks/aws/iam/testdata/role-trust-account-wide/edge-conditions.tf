resource "aws_iam_role" "vendor" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "123456789012" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "sts:ExternalId" = "4711" } }
    }]
  })
}

resource "aws_iam_role" "listed" {
  assume_role_policy = jsonencode({ # want `whole account`
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = ["arn:aws:iam::123456789012:role/a", "123456789012"] }
      Action    = "sts:AssumeRole"
    }]
  })
}
