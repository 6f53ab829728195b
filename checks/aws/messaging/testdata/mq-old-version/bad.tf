resource "aws_mq_broker" "orders" {
  broker_name        = "orders"
  engine_type        = "ActiveMQ"
  engine_version     = "5.15.9" # want `broker "orders" runs a version that is long out of support`
  host_instance_type = "mq.m5.large"
}
