resource "aws_codecommit_repository" "shop" {
  repository_name = "shop"
}

resource "aws_codecommit_approval_rule_template_association" "shop" {
  approval_rule_template_name = aws_codecommit_approval_rule_template.review.name
  repository_name             = aws_codecommit_repository.shop.repository_name
}

resource "aws_codecommit_approval_rule_template" "review" {
  name = "review"

  content = jsonencode({
    Version    = "2018-11-08"
    Statements = [{ Type = "Approvers", NumberOfApprovalsNeeded = 2 }]
  })
}
