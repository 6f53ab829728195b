resource "aws_codebuild_project" "shop" {
  name         = "shop"
  service_role = "arn:aws:iam::123456789012:role/build"

  source {
    type     = "BITBUCKET"
    location = "https://bitbucket.org/example/shop.git"

    auth {
      type     = "CODECONNECTIONS"
      resource = "arn:aws:codeconnections:eu-west-1:123456789012:connection/0a1b2c3d"
    }
  }
}
