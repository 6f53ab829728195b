resource "aws_api_gateway_stage" "live" {
  rest_api_id           = "a1b2c3d4e5"
  deployment_id         = "d1e2f3"
  stage_name            = "live"
  cache_cluster_enabled = true
  cache_cluster_size    = "0.5"
}
