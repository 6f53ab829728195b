resource "aws_kms_key" "sessions" {
  enable_key_rotation = true
}

resource "aws_ssm_document" "shell" {
  name          = "SSM-SessionManagerRunShell"
  document_type = "Session"

  content = jsonencode({
    schemaVersion = "1.0"
    sessionType   = "Standard_Stream"
    inputs        = { kmsKeyId = aws_kms_key.sessions.key_id, cloudWatchLogGroupName = "/sessions" }
  })
}
