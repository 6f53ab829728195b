resource "aws_mq_broker" "orders" {
  broker_name        = "orders"
  engine_type        = "ActiveMQ"
  engine_version     = "5.17.6" # want `broker "orders" runs a version out of support`
  host_instance_type = "mq.m5.large"
}

resource "aws_mq_broker" "jobs" {
  broker_name        = "jobs"
  engine_type        = "RabbitMQ"
  engine_version     = "3.11.20" # want `broker "jobs" runs a version out of support`
  host_instance_type = "mq.m5.large"
}
