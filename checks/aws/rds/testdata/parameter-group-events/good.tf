resource "aws_db_event_subscription" "events" {
  name             = "events"
  sns_topic        = "arn:aws:sns:eu-west-1:123456789012:events"
  source_type      = "db-parameter-group"
  event_categories = ["configuration change"]
}
