resource "aws_api_gateway_rest_api" "back_office" {
  name = "back-office"

  endpoint_configuration {
    types            = ["PRIVATE"]
    vpc_endpoint_ids = ["vpce-0a1b2c3d4e5f67890"]
  }
}
