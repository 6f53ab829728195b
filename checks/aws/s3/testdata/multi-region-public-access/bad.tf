resource "aws_s3control_multi_region_access_point" "media" {
  details {
    name = "media"

    public_access_block {
      block_public_policy     = false # want `block_public_policy is off for access point "media"`
      restrict_public_buckets = false # want `restrict_public_buckets is off for access point "media"`
    }

    region {
      bucket = "media"
    }
  }
}
