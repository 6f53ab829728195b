resource "aws_s3_bucket" "shop" { # want `no trail records object writes of bucket "shop"`
  bucket = "shop"
}

resource "aws_cloudtrail" "main" {
  name           = "main"
  s3_bucket_name = "trail"
  event_selector {
    read_write_type = "ReadOnly"
    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}
