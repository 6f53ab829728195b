resource "aws_mq_broker" "orders" { # want `broker "orders" stands in one availability zone`
  broker_name        = "orders"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"
}
