data "aws_iam_policy" "admin" {
  name = "AdministratorAccess"
}

resource "aws_iam_role" "looked_up" {
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy_attachment" "looked_up" {
  role       = aws_iam_role.looked_up.name
  policy_arn = data.aws_iam_policy.admin.arn
}

resource "aws_sagemaker_notebook_instance" "looked_up" {
  name     = "looked-up"
  role_arn = aws_iam_role.looked_up.arn # want `notebook "looked_up" has role "looked_up"`
}

resource "aws_iam_role" "managed" {
  assume_role_policy = "{}"
  managed_policy_arns = [
    "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess",
    "arn:aws:iam::aws:policy/AmazonSageMakerFullAccess",
  ]
}

resource "aws_sagemaker_notebook_instance" "managed" {
  name     = "managed"
  role_arn = aws_iam_role.managed.arn
}

resource "aws_sagemaker_notebook_instance" "elsewhere" {
  name     = "elsewhere"
  role_arn = "arn:aws:iam::111122223333:role/elsewhere"
}
