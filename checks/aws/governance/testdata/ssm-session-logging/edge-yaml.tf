variable "bucket" {
  type = string
}

resource "aws_ssm_document" "yaml" {
  name            = "yaml"
  document_type   = "Session"
  document_format = "YAML"
  content         = "sessionType: Standard_Stream\ninputs:\n  runAsEnabled: true\n" # want `sessions of "yaml" are logged to nowhere`
}

# Which bucket is not known, but one is.
resource "aws_ssm_document" "bucket" {
  name          = "bucket"
  document_type = "Session"

  content = jsonencode({
    schemaVersion = "1.0"
    sessionType   = "Standard_Stream"
    inputs        = { s3BucketName = "logs-${var.bucket}" }
  })
}

# A document of commands without preferences of its own.
resource "aws_ssm_document" "commands" {
  name          = "commands"
  document_type = "Session"

  content = jsonencode({
    schemaVersion = "1.0"
    sessionType   = "InteractiveCommands"
    properties    = { linux = { commands = "top", runAsElevated = false } }
  })
}
