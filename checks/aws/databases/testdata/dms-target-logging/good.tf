resource "aws_dms_replication_task" "orders" {
  replication_task_id      = "orders"
  migration_type           = "cdc"
  replication_instance_arn = "arn:aws:dms:eu-west-1:123456789012:rep:main"
  source_endpoint_arn      = "arn:aws:dms:eu-west-1:123456789012:endpoint:source"
  target_endpoint_arn      = "arn:aws:dms:eu-west-1:123456789012:endpoint:target"
  table_mappings           = jsonencode({ rules = [] })

  replication_task_settings = jsonencode({
    Logging = {
      EnableLogging = true
      LogComponents = [{ Id = "TARGET_APPLY", Severity = "LOGGER_SEVERITY_DEFAULT" }]
    }
  })
}
