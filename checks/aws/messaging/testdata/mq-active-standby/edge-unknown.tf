variable "mode" {}

resource "aws_mq_broker" "orders" {
  broker_name     = "orders"
  engine_type     = "ActiveMQ"
  deployment_mode = var.mode # want `undecided: .*one availability zone`
}

resource "aws_mq_broker" "other" {
  broker_name = "other"
  engine_type = "RabbitMQ"
}
