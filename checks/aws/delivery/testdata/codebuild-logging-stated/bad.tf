resource "aws_codebuild_project" "shop" { # want `project "shop" does not say where it logs`
  name         = "shop"
  service_role = "arn:aws:iam::123456789012:role/build"
}
