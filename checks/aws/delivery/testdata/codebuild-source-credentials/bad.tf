resource "aws_codebuild_project" "shop" {
  name         = "shop"
  service_role = "arn:aws:iam::123456789012:role/build"

  source {
    type     = "BITBUCKET"
    location = "https://builder:not-a-secret@bitbucket.org/example/shop.git" # want `source address of project "shop" contains credentials`
  }
}
