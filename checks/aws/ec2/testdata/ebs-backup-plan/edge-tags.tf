resource "aws_ebs_volume" "tagged" {
  availability_zone = "eu-west-1a"
  tags = {
    backup = "daily"
  }
}

resource "aws_ebs_volume" "other" { # want "is in no backup plan"
  availability_zone = "eu-west-1a"
  tags = {
    backup = "never"
  }
}

resource "aws_backup_selection" "main" {
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  name         = "daily"
  plan_id      = "0123456789"

  selection_tag {
    type  = "STRINGEQUALS"
    key   = "backup"
    value = "daily"
  }
}
