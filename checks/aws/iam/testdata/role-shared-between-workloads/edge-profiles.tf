resource "aws_iam_role" "web" { # want `role "web" is shared by aws_instance.batch, aws_launch_template.web`
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ec2.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_instance_profile" "web" {
  role = aws_iam_role.web.name
}
resource "aws_instance" "batch" {
  iam_instance_profile = aws_iam_instance_profile.web.name
}
resource "aws_launch_template" "web" {
  iam_instance_profile {
    arn = aws_iam_instance_profile.web.arn
  }
}

# The instances of one block are one workload.
resource "aws_iam_role" "worker" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ec2.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_instance_profile" "worker" {
  role = aws_iam_role.worker.name
}
resource "aws_instance" "worker" {
  count                = 3
  iam_instance_profile = aws_iam_instance_profile.worker.name
}
