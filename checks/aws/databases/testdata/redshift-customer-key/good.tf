resource "aws_kms_key" "sales" {
  enable_key_rotation = true
}

resource "aws_redshift_cluster" "sales" {
  cluster_identifier = "sales"
  node_type          = "ra3.large"
  encrypted          = true
  kms_key_id         = aws_kms_key.sales.arn
}

resource "aws_redshift_snapshot_copy_grant" "sales" {
  snapshot_copy_grant_name = "sales"
  kms_key_id               = aws_kms_key.sales.arn
}
