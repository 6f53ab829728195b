resource "aws_appsync_graphql_api" "shop" {
  name                = "shop"
  authentication_type = "AMAZON_COGNITO_USER_POOLS"

  user_pool_config {
    default_action = "DENY"
    user_pool_id   = "eu-west-1_example"
  }
}
