resource "aws_ssm_document" "shell" {
  name          = "SSM-SessionManagerRunShell"
  document_type = "Session"

  content = jsonencode({ # want `sessions of "shell" are not encrypted with a KMS key`
    schemaVersion = "1.0"
    sessionType   = "Standard_Stream"
    inputs        = { cloudWatchLogGroupName = "/sessions" }
  })
}
