resource "aws_docdb_cluster" "catalogue" {
  cluster_identifier              = "catalogue"
  enabled_cloudwatch_logs_exports = ["audit", "profiler"]
}
