resource "aws_s3_bucket" "shop" { # want `no trail records object reads of bucket "shop"`
  bucket = "shop"
}

# Without the slash at its end the prefix is no bucket's.
resource "aws_cloudtrail" "main" {
  name           = "main"
  s3_bucket_name = "trail"
  event_selector {
    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3:::shop", "arn:aws:s3:::another/"]
    }
  }
}
