resource "aws_s3_access_point" "partners" {
  bucket = "shop"
  name   = "partners"
}

resource "aws_s3_access_point" "stated" {
  bucket = "shop"
  name   = "stated"

  public_access_block_configuration {
    block_public_acls       = true
    block_public_policy     = true
    ignore_public_acls      = true
    restrict_public_buckets = true
  }
}
