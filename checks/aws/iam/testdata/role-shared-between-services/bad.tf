resource "aws_iam_role" "shop" {
  assume_role_policy = jsonencode({ # want `role "shop" is shared by ec2, lambda`
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = ["lambda.amazonaws.com", "ec2.amazonaws.com"] }
      Action    = "sts:AssumeRole"
    }]
  })
}
