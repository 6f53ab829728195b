resource "aws_mskconnect_connector" "archive" {
  name                 = "archive"
  kafkaconnect_version = "2.7.1"

  log_delivery {
    worker_log_delivery {
      cloudwatch_logs {
        enabled   = true
        log_group = "archive"
      }
    }
  }
}
