# A pattern of another partition, a condition that all file systems but one
# meet, and one that is left out by name.
resource "aws_efs_file_system" "patterned" {
  creation_token = "patterned"
  tags           = { tier = "gold" }
}

resource "aws_efs_file_system" "scratch" { # want `no backup plan covers file system "scratch"`
  creation_token = "scratch"
  tags           = { tier = "none" }
}

resource "aws_efs_file_system" "excluded" { # want `no backup plan covers file system "excluded"`
  creation_token = "excluded"
  tags           = { tier = "gold" }
}

resource "aws_backup_selection" "gold" {
  name          = "gold"
  plan_id       = "plan"
  iam_role_arn  = "arn:aws-cn:iam::123456789012:role/backup"
  resources     = ["arn:aws-cn:elasticfilesystem:*:*:file-system/*"]
  not_resources = [aws_efs_file_system.excluded.arn]

  condition {
    string_like {
      key   = "aws:ResourceTag/tier"
      value = "g*"
    }
  }
}

# Another service's pattern, and a single file system that is written out.
resource "aws_backup_selection" "others" {
  name         = "others"
  plan_id      = "plan"
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"
  resources    = ["arn:aws:ec2:*:*:volume/*", "arn:aws:elasticfilesystem:eu-west-1:123456789012:file-system/fs-1"]
}
