variable "content" {
  type = string
}

resource "aws_ssm_document" "forward" {
  name          = "forward"
  document_type = "Session"

  content = jsonencode({
    schemaVersion = "1.0"
    sessionType   = "Port"
    properties    = { portNumber = "5432" }
  })
}

resource "aws_ssm_document" "command" {
  name          = "command"
  document_type = "Command"
  content       = "{}"
}

resource "aws_ssm_document" "unknown" {
  name          = "unknown"
  document_type = "Session"
  content       = var.content # want `undecided: sessions of "unknown"`
}

resource "aws_ssm_document" "yaml" {
  name            = "yaml"
  document_type   = "Session"
  document_format = "YAML"

  content = <<-EOT
    schemaVersion: "1.0"
    sessionType: Standard_Stream
    inputs:
      kmsKeyId: alias/sessions
  EOT
}
