resource "aws_db_event_subscription" "events" {
  name             = "events"
  sns_topic        = "arn:aws:sns:eu-west-1:123456789012:events"
  source_type      = "db-parameter-group"
  enabled          = false
  event_categories = ["configuration change"] # want `nobody is told of "configuration change" of parameter groups`
}
