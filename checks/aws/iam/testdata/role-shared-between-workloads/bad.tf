resource "aws_iam_role" "shop" { # want `role "shop" is shared by aws_lambda_function.orders, aws_lambda_function.users`
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = aws_iam_role.shop.arn
}

resource "aws_lambda_function" "users" {
  function_name = "users"
  role          = aws_iam_role.shop.arn
}
