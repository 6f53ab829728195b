resource "aws_docdb_cluster" "catalogue" { # want `cluster "catalogue" is not encrypted`
  cluster_identifier = "catalogue"
}
resource "aws_docdb_cluster" "reviews" {
  cluster_identifier = "reviews"
  storage_encrypted  = false # want `cluster "reviews" is not encrypted`
}
