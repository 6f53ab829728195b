resource "aws_s3_access_point" "partners" {
  bucket = "shop"
  name   = "partners"

  public_access_block_configuration {
    block_public_policy     = false # want `block_public_policy is off for access point "partners"`
    restrict_public_buckets = false # want `restrict_public_buckets is off for access point "partners"`
  }
}
