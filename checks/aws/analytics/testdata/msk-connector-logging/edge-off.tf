variable "logs" {}

resource "aws_mskconnect_connector" "off" {
  name = "off"

  log_delivery {
    worker_log_delivery { # want `connector "off" logs to nowhere`
      cloudwatch_logs {
        enabled = false
      }
    }
  }
}

resource "aws_mskconnect_connector" "unknown" {
  name = "unknown"

  log_delivery {
    worker_log_delivery { # want `undecided: .*logs to nowhere`
      s3 {
        enabled = var.logs
      }
    }
  }
}
