resource "aws_db_event_subscription" "events" {
  name             = "events"
  sns_topic        = "arn:aws:sns:eu-west-1:123456789012:events"
  source_type      = "db-cluster"
  event_categories = ["failure"] # want `nobody is told of "maintenance" of clusters`
}
