resource "aws_ssm_document" "restart" {
  name          = "restart"
  document_type = "Command"

  content = jsonencode({
    schemaVersion = "2.2"
    mainSteps     = [{ action = "aws:runShellScript", name = "restart", inputs = { runCommand = ["systemctl restart shop"] } }]
  })

  permissions = { # want `document "restart" is shared with everyone`
    type        = "Share"
    account_ids = "All"
  }
}
