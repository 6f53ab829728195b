resource "aws_ssm_document" "restart" {
  name          = "restart"
  document_type = "Command"

  content = jsonencode({
    schemaVersion = "2.2"
    mainSteps     = [{ action = "aws:runShellScript", name = "restart", inputs = { runCommand = ["systemctl restart shop"] } }]
  })

  permissions = {
    type        = "Share"
    account_ids = "123456789012,210987654321"
  }
}
