variable "settings" {}

resource "aws_dms_replication_task" "unknown" {
  replication_task_id       = "unknown"
  migration_type            = "cdc"
  replication_task_settings = var.settings # want `undecided: replication_task_settings is not known`
}

resource "aws_dms_replication_task" "none" { # want `task "none" does not log what it reads`
  replication_task_id = "none"
  migration_type      = "cdc"
}

resource "aws_dms_replication_task" "all" {
  replication_task_id       = "all"
  migration_type            = "cdc"
  replication_task_settings = jsonencode({ Logging = { EnableLogging = true } })
}
