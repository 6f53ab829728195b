resource "aws_sagemaker_notebook_instance" "research" { # want `notebook "research" does not require IMDSv2`
  name          = "research"
  role_arn      = "arn:aws:iam::111122223333:role/research"
  instance_type = "ml.t3.medium"
}
