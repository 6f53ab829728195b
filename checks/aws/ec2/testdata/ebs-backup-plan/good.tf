resource "aws_ebs_volume" "main" {
  availability_zone = "eu-west-1a"
  size              = 40
}

resource "aws_backup_selection" "main" {
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  name         = "volumes"
  plan_id      = "0123456789"
  resources    = [aws_ebs_volume.main.arn]
}
