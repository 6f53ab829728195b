resource "aws_launch_configuration" "web" {
  image_id             = "ami-0abcdef1234567890"
  instance_type        = "t3.micro"
  iam_instance_profile = aws_iam_instance_profile.web.name # want `aws_launch_configuration.web may do everything`
}

resource "aws_iam_instance_profile" "web" {
  role = aws_iam_role.web.name
}

resource "aws_iam_role" "web" {
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy_attachment" "web" {
  role       = aws_iam_role.web.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3FullAccess"
}

# All of a service, on one bucket.
resource "aws_instance" "bucket" {
  ami                  = "ami-0abcdef1234567890"
  iam_instance_profile = aws_iam_instance_profile.bucket.name
}

resource "aws_iam_instance_profile" "bucket" {
  role = aws_iam_role.bucket.name
}

resource "aws_iam_role" "bucket" {
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "bucket" {
  role = aws_iam_role.bucket.id

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:*", Resource = ["arn:aws:s3:::one", "arn:aws:s3:::one/*"] }]
  })
}
