variable "document" {}
resource "aws_iam_policy" "unknown" {
  policy = var.document # want `undecided: `
}
