variable "days" {
  type    = number
  default = 30
}

variable "unknown" {
  type = number
}

resource "aws_cloudwatch_log_group" "shop" {
  name              = "shop"
  retention_in_days = var.days # want `log group "shop" keeps its logs for 30 days only`
}

resource "aws_cloudwatch_log_group" "other" {
  name              = "other"
  retention_in_days = var.unknown # want `undecided: retention_in_days`
}
