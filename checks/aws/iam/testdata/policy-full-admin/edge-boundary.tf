# A boundary allows nothing by itself.
resource "aws_iam_policy" "boundary" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
}
resource "aws_iam_role" "bounded" {
  assume_role_policy   = "{}"
  permissions_boundary = aws_iam_policy.boundary.arn
}

# One that is attached as well does.
resource "aws_iam_policy" "both" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] }) # want `policy "both" allows every action`
}
resource "aws_iam_role" "both" {
  assume_role_policy   = "{}"
  permissions_boundary = aws_iam_policy.both.arn
}
resource "aws_iam_role_policy_attachment" "both" {
  role       = aws_iam_role.both.name
  policy_arn = aws_iam_policy.both.arn
}
