variable "level" {}

resource "aws_datasync_task" "unset" {
  source_location_arn      = "arn:aws:datasync:eu-west-1:123456789012:location/loc-1"
  destination_location_arn = "arn:aws:datasync:eu-west-1:123456789012:location/loc-2"
  cloudwatch_log_group_arn = "arn:aws:logs:eu-west-1:123456789012:log-group:datasync"

  options { # want `task "unset" writes no logs`
    verify_mode = "NONE"
  }
}

resource "aws_datasync_task" "unknown" {
  source_location_arn      = "arn:aws:datasync:eu-west-1:123456789012:location/loc-1"
  destination_location_arn = "arn:aws:datasync:eu-west-1:123456789012:location/loc-2"
  cloudwatch_log_group_arn = "arn:aws:logs:eu-west-1:123456789012:log-group:datasync"

  options {
    log_level = var.level # want `undecided: .*writes no logs`
  }
}
