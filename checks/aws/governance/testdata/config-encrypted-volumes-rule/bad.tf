resource "aws_config_config_rule" "public_buckets" { # want `no Config rule asks for encrypted volumes`
  name = "public-buckets"

  source {
    owner             = "AWS"
    source_identifier = "S3_BUCKET_PUBLIC_READ_PROHIBITED"
  }
}
