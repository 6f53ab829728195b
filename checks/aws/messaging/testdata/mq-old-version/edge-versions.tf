variable "engine" {
  type = string
}

resource "aws_mq_configuration" "rabbit" {
  name           = "rabbit"
  engine_type    = "RabbitMQ"
  engine_version = "3.7.6" # want `configuration "rabbit" runs a version that is long out of support`
  data           = ""
}

resource "aws_mq_configuration" "newer" {
  name           = "newer"
  engine_type    = "RabbitMQ"
  engine_version = "4.2"
  data           = ""
}

resource "aws_mq_broker" "unknown" {
  broker_name    = "unknown"
  engine_type    = "ActiveMQ"
  engine_version = var.engine # want `undecided: broker "unknown" runs a version that is long out of support`
}
