variable "recovery" {
  type = bool
}

resource "aws_dynamodb_table" "unknown" {
  for_each = toset(["a", "b"])
  name     = each.key

  point_in_time_recovery {
    enabled = var.recovery # want `undecided: table "unknown" has no point-in-time recovery` `undecided: table "unknown" has no point-in-time recovery`
  }
}
