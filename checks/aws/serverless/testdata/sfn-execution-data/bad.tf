resource "aws_sfn_state_machine" "orders" {
  name       = "orders"
  role_arn   = "arn:aws:iam::123456789012:role/orders"
  definition = jsonencode({ StartAt = "Done", States = { Done = { Type = "Succeed" } } })

  logging_configuration { # want `state machine "orders" leaves the execution's data out of its logs`
    log_destination = "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/vendedlogs/states/orders:*"
    level           = "ERROR"
  }
}
