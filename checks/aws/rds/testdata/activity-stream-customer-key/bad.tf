resource "aws_rds_cluster_activity_stream" "orders" {
  resource_arn = "arn:aws:rds:eu-west-1:123456789012:cluster:orders"
  mode         = "async"
  kms_key_id   = "" # want `"orders" names no customer-managed key`
}
