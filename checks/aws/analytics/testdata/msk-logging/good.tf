resource "aws_msk_cluster" "events" {
  cluster_name           = "events"
  kafka_version          = "3.9.x"
  number_of_broker_nodes = 3
  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled   = true
        log_group = "msk-events"
      }
    }
  }
}
