variable "policy" {
  type = string
}

resource "aws_launch_template" "ci" {
  image_id = "ami-0abcdef1234567890"

  iam_instance_profile {
    arn = aws_iam_instance_profile.admin.arn # want `aws_launch_template.ci runs as an administrator`
  }
}

resource "aws_iam_instance_profile" "admin" {
  role = aws_iam_role.admin.name
}

resource "aws_iam_role" "admin" {
  assume_role_policy = "{}"
}

resource "aws_iam_policy" "admin" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["*"], Resource = "*" }]
  })
}

resource "aws_iam_role_policy_attachment" "admin" {
  role       = aws_iam_role.admin.name
  policy_arn = aws_iam_policy.admin.arn
}

resource "aws_instance" "unknown" {
  ami                  = "ami-0abcdef1234567890"
  iam_instance_profile = aws_iam_instance_profile.unknown.name # want `undecided: aws_instance.unknown runs as`
}

resource "aws_iam_instance_profile" "unknown" {
  role = aws_iam_role.unknown.name
}

resource "aws_iam_role" "unknown" {
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "unknown" {
  role   = aws_iam_role.unknown.id
  policy = var.policy
}
