variable "policy" {}

resource "aws_iam_role" "inline" {
  assume_role_policy = "{}"
  inline_policy {
    name = "all"
    policy = jsonencode({
      Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
    })
  }
}

resource "aws_ecs_service" "inline" {
  name     = "inline"
  iam_role = aws_iam_role.inline.arn # want `service "inline" runs with role "inline"`
}

resource "aws_iam_role" "own" {
  name               = "own"
  assume_role_policy = "{}"
}

resource "aws_iam_policy" "own" {
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = ["*"], Resource = ["*"] }]
  })
}

resource "aws_iam_policy_attachment" "own" {
  name       = "own"
  roles      = [aws_iam_role.own.name]
  policy_arn = aws_iam_policy.own.arn
}

resource "aws_ecs_service" "own" {
  name     = "own"
  iam_role = aws_iam_role.own.name # want `service "own" runs with role "own"`
}

resource "aws_iam_role" "unknown" {
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "unknown" {
  role   = aws_iam_role.unknown.id
  policy = var.policy
}

resource "aws_ecs_service" "unknown" {
  name     = "unknown"
  iam_role = aws_iam_role.unknown.arn # want `undecided: service "unknown"`
}
