variable "approvals" {
  type = number
}

resource "aws_codecommit_approval_rule_template" "unknown" {
  name = "unknown"

  content = jsonencode({ # want `undecided: template "unknown"`
    Version    = "2018-11-08"
    Statements = [{ Type = "Approvers", NumberOfApprovalsNeeded = var.approvals }]
  })
}

resource "aws_codecommit_approval_rule_template" "text" {
  name    = "text"
  content = "{\"Version\": \"2018-11-08\", \"Statements\": [{\"Type\": \"Approvers\", \"NumberOfApprovalsNeeded\": \"3\"}]}"
}

resource "aws_codecommit_approval_rule_template" "empty" {
  name    = "empty"
  content = "{}" # want `template "empty" takes fewer`
}
