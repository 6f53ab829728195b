variable "log" {
  type = bool
}

resource "aws_mq_broker" "unknown" {
  broker_name = "unknown"
  engine_type = "RabbitMQ"

  logs {
    general = var.log # want `undecided: broker "unknown" keeps no general log`
  }
}
