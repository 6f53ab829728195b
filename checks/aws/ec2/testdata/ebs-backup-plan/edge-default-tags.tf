provider "aws" {
  default_tags {
    tags = {
      backup = "daily"
    }
  }
}

resource "aws_ebs_volume" "tagged" {
  availability_zone = "eu-west-1a"
}

resource "aws_ebs_volume" "opted_out" { # want `EBS volume "opted_out" is in no backup plan`
  availability_zone = "eu-west-1a"
  tags = {
    backup = "never"
  }
}

resource "aws_backup_selection" "main" {
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  name         = "daily"
  plan_id      = "0123456789"

  condition {
    string_equals {
      key   = "aws:ResourceTag/backup"
      value = "daily"
    }
  }
}
