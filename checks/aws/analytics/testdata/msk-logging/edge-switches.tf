variable "logs" {}

resource "aws_msk_cluster" "off" {
  cluster_name = "off"
  logging_info { # want `brokers of cluster "off" log to nowhere`
    broker_logs {
      s3 {
        enabled = false
      }
    }
  }
}

resource "aws_msk_cluster" "one" {
  cluster_name = "one"
  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled = false
      }
      s3 {
        enabled = true
        bucket  = "example-logs"
      }
    }
  }
}

resource "aws_msk_cluster" "unknown" {
  cluster_name = "unknown"
  logging_info { # want `undecided: brokers of cluster "unknown"`
    broker_logs {
      firehose {
        enabled = var.logs
      }
    }
  }
}
