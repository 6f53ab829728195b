# Without categories it takes all, and without a source type all sources.
resource "aws_db_event_subscription" "all" {
  name      = "all"
  sns_topic = "arn:aws:sns:eu-west-1:123456789012:events"
}

resource "aws_db_event_subscription" "some" {
  name             = "some"
  sns_topic        = "arn:aws:sns:eu-west-1:123456789012:events"
  source_type      = "db-security-group"
  event_categories = ["creation"]
}
