resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"

  vpc_config {
    subnet_ids         = ["subnet-0a1b2c3da", "subnet-0a1b2c3db"]
    security_group_ids = ["sg-0a1b2c3d"]
  }
}
