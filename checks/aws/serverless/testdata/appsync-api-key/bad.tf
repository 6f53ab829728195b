resource "aws_appsync_graphql_api" "shop" {
  name                = "shop"
  authentication_type = "API_KEY" # want `API "shop" lets clients in with an API key`
}
