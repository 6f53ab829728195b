resource "aws_sagemaker_notebook_instance" "research" { # want `notebook "research" has no key of yours`
  name          = "research"
  role_arn      = "arn:aws:iam::111122223333:role/research"
  instance_type = "ml.t3.medium"
}

resource "aws_sagemaker_endpoint_configuration" "prices" { # want `endpoint configuration "prices" has no key of yours`
  production_variants {
    variant_name           = "a"
    model_name             = "prices"
    initial_instance_count = 1
    instance_type          = "ml.m6i.large"
  }
}
