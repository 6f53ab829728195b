resource "aws_sagemaker_model" "prices" {
  name                     = "prices"
  execution_role_arn       = "arn:aws:iam::111122223333:role/prices"
  enable_network_isolation = true
  primary_container {
    image = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/prices:1"
  }
}
