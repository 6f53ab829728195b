resource "aws_sagemaker_notebook_instance" "research" { # want `notebook "research" has direct internet access by default`
  name          = "research"
  role_arn      = "arn:aws:iam::111122223333:role/research"
  instance_type = "ml.t3.medium"
}
