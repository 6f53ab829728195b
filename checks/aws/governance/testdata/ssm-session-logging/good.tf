resource "aws_cloudwatch_log_group" "sessions" {
  name              = "/sessions"
  retention_in_days = 365
}

resource "aws_ssm_document" "shell" {
  name          = "SSM-SessionManagerRunShell"
  document_type = "Session"

  content = jsonencode({
    schemaVersion = "1.0"
    sessionType   = "Standard_Stream"
    inputs        = { cloudWatchLogGroupName = aws_cloudwatch_log_group.sessions.name }
  })
}
