variable "status" {}

resource "aws_macie2_account" "this" {
  status = var.status # want `undecided: .*is paused`
}
