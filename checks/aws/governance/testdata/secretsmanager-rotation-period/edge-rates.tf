resource "aws_secretsmanager_secret_rotation" "hours" {
  secret_id = "a"
  rotation_rules {
    schedule_expression = "rate(2160 hours)"
  }
}

resource "aws_secretsmanager_secret_rotation" "many_hours" {
  secret_id = "b"
  rotation_rules {
    schedule_expression = "rate(2400 hours)" # want `secret of "many_hours" is rotated less often than every 90 days`
  }
}

resource "aws_secretsmanager_secret_rotation" "range" {
  secret_id = "c"
  rotation_rules {
    schedule_expression = "cron(0 8 1 1-12/2 ? *)"
  }
}

resource "aws_secretsmanager_secret_rotation" "half" {
  secret_id = "d"
  rotation_rules {
    schedule_expression = "cron(0 8 1 */6 ? *)" # want `secret of "half" is rotated less often than every 90 days`
  }
}
