variable "type" {}

resource "aws_appsync_graphql_api" "both" {
  name                = "both"
  authentication_type = "AWS_IAM"

  additional_authentication_provider {
    authentication_type = "API_KEY" # want `API "both" lets clients in with an API key`
  }
}

resource "aws_appsync_graphql_api" "unknown" {
  name                = "unknown"
  authentication_type = var.type # want `undecided: .*with an API key`
}
