resource "aws_glacier_vault_lock" "archive" {
  vault_name    = "archive"
  complete_lock = false
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "glacier:DeleteArchive"
      Resource  = "arn:aws:glacier:eu-west-1:123456789012:vaults/archive"
      Condition = { NumericLessThan = { "glacier:ArchiveAgeInDays" = "365" } }
    }]
  })
}
