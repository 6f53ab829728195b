resource "aws_efs_file_system" "named" {
  creation_token = "named"
}

resource "aws_efs_file_system" "tagged" {
  creation_token = "tagged"
  tags           = { backup = "daily" }
}

resource "aws_efs_file_system" "other" { # want `no backup plan covers file system "other"`
  creation_token = "other"
  tags           = { backup = "never" }
}

resource "aws_efs_file_system" "off" { # want `no backup plan covers file system "off"`
  creation_token = "off"
}

resource "aws_efs_backup_policy" "off" {
  file_system_id = aws_efs_file_system.off.id

  backup_policy {
    status = "DISABLED"
  }
}

resource "aws_backup_selection" "daily" {
  name         = "daily"
  plan_id      = "plan"
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"
  resources    = [aws_efs_file_system.named.arn]

  selection_tag {
    type  = "STRINGEQUALS"
    key   = "backup"
    value = "daily"
  }
}
