resource "aws_kendra_index" "wiki" { # want `index "wiki" has no key of yours`
  name     = "wiki"
  role_arn = "arn:aws:iam::111122223333:role/kendra"
}
