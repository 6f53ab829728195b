variable "plan" {
  type = string
}

resource "aws_rds_cluster" "orders" { # want `undecided: no backup plan covers cluster "orders"`
  cluster_identifier = "orders"
  engine             = "aurora-mysql"
  tags               = { backup = "daily" }
}

resource "aws_backup_selection" "chosen" {
  name         = "chosen"
  plan_id      = "plan"
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"

  selection_tag {
    type  = "STRINGEQUALS"
    key   = "backup"
    value = var.plan
  }
}
