resource "aws_api_gateway_rest_api" "back_office" {
  name = "back-office"

  endpoint_configuration {
    types = ["REGIONAL"] # want `API "back_office" is not private`
  }
}
