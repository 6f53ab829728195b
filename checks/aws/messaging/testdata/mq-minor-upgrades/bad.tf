resource "aws_mq_broker" "orders" { # want `broker "orders" gets no minor upgrades`
  broker_name        = "orders"
  engine_type        = "RabbitMQ"
  engine_version     = "3.13"
  host_instance_type = "mq.m5.large"
}
