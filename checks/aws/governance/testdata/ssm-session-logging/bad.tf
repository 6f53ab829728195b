resource "aws_ssm_document" "shell" {
  name          = "SSM-SessionManagerRunShell"
  document_type = "Session"

  content = jsonencode({ # want `sessions of "shell" are logged to nowhere`
    schemaVersion = "1.0"
    sessionType   = "Standard_Stream"
    inputs        = { s3BucketName = "", cloudWatchLogGroupName = "" }
  })
}
