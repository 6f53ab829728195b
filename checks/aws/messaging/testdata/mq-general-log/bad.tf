resource "aws_mq_broker" "orders" { # want `broker "orders" keeps no general log`
  broker_name        = "orders"
  engine_type        = "RabbitMQ"
  engine_version     = "3.13"
  host_instance_type = "mq.m5.large"
}
