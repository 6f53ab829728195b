resource "aws_kms_key" "insights" {}

resource "aws_rds_cluster_instance" "orders" {
  cluster_identifier              = "orders"
  instance_class                  = "db.r6g.large"
  engine                          = "aurora-postgresql"
  performance_insights_enabled    = true
  performance_insights_kms_key_id = aws_kms_key.insights.arn
}

resource "aws_db_instance" "without" {
  instance_class = "db.t4g.medium"
}
