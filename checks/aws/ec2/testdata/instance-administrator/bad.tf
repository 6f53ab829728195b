resource "aws_instance" "ci" {
  ami                  = "ami-0abcdef1234567890"
  instance_type        = "t3.micro"
  iam_instance_profile = aws_iam_instance_profile.ci.name # want `aws_instance.ci runs as an administrator, role "ci"`
}

resource "aws_iam_instance_profile" "ci" {
  name = "ci"
  role = aws_iam_role.ci.name
}

resource "aws_iam_role" "ci" {
  name = "ci"

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role_policy_attachment" "ci" {
  role       = aws_iam_role.ci.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
