resource "aws_docdb_cluster" "plain" {
  cluster_identifier = "plain"
}

resource "aws_docdb_cluster" "encrypted" {
  cluster_identifier = "encrypted"
  storage_encrypted  = true
}

resource "aws_docdb_global_cluster" "plain" { # want `global cluster "plain" is not encrypted`
  global_cluster_identifier    = "plain"
  source_db_cluster_identifier = aws_docdb_cluster.plain.arn
}

resource "aws_docdb_global_cluster" "encrypted" {
  global_cluster_identifier    = "encrypted"
  source_db_cluster_identifier = aws_docdb_cluster.encrypted.arn
}

resource "aws_docdb_global_cluster" "elsewhere" { # want `undecided: global cluster "elsewhere" is not encrypted`
  global_cluster_identifier    = "elsewhere"
  source_db_cluster_identifier = "arn:aws:rds:eu-west-1:123456789012:cluster:elsewhere"
}
