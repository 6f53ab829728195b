resource "aws_efs_file_system" "home" { # want `file system "home" does not back up by itself`
  encrypted = true
}

resource "aws_efs_file_system" "shared" { # want `file system "shared" does not back up by itself`
  encrypted = true
}

resource "aws_efs_backup_policy" "shared" {
  file_system_id = aws_efs_file_system.shared.id

  backup_policy {
    status = "DISABLED"
  }
}
