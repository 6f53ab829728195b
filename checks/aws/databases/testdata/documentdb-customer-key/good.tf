resource "aws_kms_key" "catalogue" {
  enable_key_rotation = true
}

resource "aws_docdb_cluster" "catalogue" {
  cluster_identifier = "catalogue"
  storage_encrypted  = true
  kms_key_id         = aws_kms_key.catalogue.arn
}
