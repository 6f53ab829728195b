resource "aws_codecommit_approval_rule_template" "review" {
  name = "review"

  content = jsonencode({
    Version = "2018-11-08"
    Statements = [{
      Type                    = "Approvers"
      NumberOfApprovalsNeeded = 2
      ApprovalPoolMembers     = ["arn:aws:sts::123456789012:assumed-role/reviewer/*"]
    }]
  })
}
