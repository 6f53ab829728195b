resource "aws_appsync_graphql_api" "shop" { # want `API "shop" writes no logs`
  name                = "shop"
  authentication_type = "AWS_IAM"
}
