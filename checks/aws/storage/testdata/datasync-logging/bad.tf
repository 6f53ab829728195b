resource "aws_datasync_task" "archive" { # want `task "archive" writes no logs`
  source_location_arn      = "arn:aws:datasync:eu-west-1:123456789012:location/loc-0a1b2c3d"
  destination_location_arn = "arn:aws:datasync:eu-west-1:123456789012:location/loc-4e5f6a7b"
}
