resource "aws_athena_workgroup" "analysts" { # want `workgroup "analysts" has no settings to enforce`
  name = "analysts"
}
