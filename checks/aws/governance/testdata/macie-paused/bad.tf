resource "aws_macie2_account" "this" {
  status = "PAUSED" # want `Macie "this" is paused`
}
