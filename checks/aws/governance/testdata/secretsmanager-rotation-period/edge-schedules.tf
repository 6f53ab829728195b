variable "days" {
  type = number
}

locals {
  often = [
    "rate(4 hours)", "rate(90 days)", "cron(0 8 1 * ? *)", "cron(0 8 1 */3 ? *)", "cron(0 8 1 JAN,APR,JUL,OCT ? *)",
    "cron(0 8 ? 1/2 SUN#1 *)",
  ]
  seldom = ["rate(91 days)", "cron(0 8 1 1,7 ? *)", "cron(0 8 1 1-6 ? *)", "cron(0 8 1 * ? 2030)", "monthly"]
}

resource "aws_secretsmanager_secret_rotation" "often" {
  for_each  = toset(local.often)
  secret_id = "shop/db"

  rotation_rules {
    schedule_expression = each.key
  }
}

resource "aws_secretsmanager_secret_rotation" "seldom" {
  for_each  = toset(local.seldom)
  secret_id = "shop/db"

  rotation_rules {
    schedule_expression = each.key # want `"seldom"` `"seldom"` `"seldom"` `"seldom"` `"seldom"`
  }
}

resource "aws_secretsmanager_secret_rotation" "unknown" {
  secret_id = "shop/db"

  rotation_rules {
    automatically_after_days = var.days # want `undecided: secret of "unknown"`
  }
}
