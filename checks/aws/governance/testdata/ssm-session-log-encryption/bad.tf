resource "aws_ssm_document" "shell" {
  name          = "SSM-SessionManagerRunShell"
  document_type = "Session"

  content = jsonencode({ # want `sessions of "shell" are logged without asking for encryption`
    schemaVersion = "1.0"
    sessionType   = "Standard_Stream"
    inputs        = { s3BucketName = "session-logs", s3EncryptionEnabled = false }
  })
}
