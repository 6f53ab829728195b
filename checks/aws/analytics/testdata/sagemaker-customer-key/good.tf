resource "aws_kms_key" "research" {
  enable_key_rotation = true
}

resource "aws_sagemaker_notebook_instance" "research" {
  name          = "research"
  role_arn      = "arn:aws:iam::111122223333:role/research"
  instance_type = "ml.t3.medium"
  kms_key_id    = aws_kms_key.research.key_id
}

resource "aws_sagemaker_endpoint_configuration" "prices" {
  kms_key_arn = aws_kms_key.research.arn
  production_variants {
    variant_name           = "a"
    model_name             = "prices"
    initial_instance_count = 1
    instance_type          = "ml.m6i.large"
  }
}
