resource "aws_mq_broker" "orders" { # want `broker "orders" names no customer-managed key`
  broker_name        = "orders"
  engine_type        = "RabbitMQ"
  engine_version     = "3.13"
  host_instance_type = "mq.m5.large"
}
