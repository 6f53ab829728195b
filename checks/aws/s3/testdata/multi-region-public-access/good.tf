resource "aws_s3control_multi_region_access_point" "media" {
  details {
    name = "media"

    region {
      bucket = "media"
    }
  }
}
