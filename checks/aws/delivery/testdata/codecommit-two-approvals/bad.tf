resource "aws_codecommit_approval_rule_template" "review" {
  name = "review"

  content = jsonencode({ # want `template "review" takes fewer than two approvals`
    Version = "2018-11-08"
    Statements = [{
      Type                    = "Approvers"
      NumberOfApprovalsNeeded = 1
    }]
  })
}
