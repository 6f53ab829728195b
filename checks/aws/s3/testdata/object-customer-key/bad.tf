resource "aws_s3_object" "page" { # want `object "page" names no customer-managed key`
  bucket  = "shop"
  key     = "page"
  content = "hello"
}
