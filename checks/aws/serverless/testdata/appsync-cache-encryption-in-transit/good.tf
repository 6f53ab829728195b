resource "aws_appsync_api_cache" "shop" {
  api_id                     = "a1b2c3d4e5f6g7h8i9j0k1l2m3"
  api_caching_behavior       = "FULL_REQUEST_CACHING"
  type                       = "SMALL"
  ttl                        = 60
  transit_encryption_enabled = true
}
