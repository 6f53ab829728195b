resource "aws_backup_vault_policy" "daily" {
  backup_vault_name = "daily"
  policy = jsonencode({ # want `vault policy "daily" lets everyone in`
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "backup:CopyIntoBackupVault"
      Resource  = "*"
    }]
  })
}
