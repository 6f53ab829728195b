resource "aws_config_config_rule" "public_buckets" { # want `undecided: no Config rule`
  name = "public-buckets"

  source {
    owner             = "AWS"
    source_identifier = "S3_BUCKET_PUBLIC_READ_PROHIBITED"
  }
}

resource "aws_config_conformance_pack" "baseline" {
  name            = "baseline"
  template_s3_uri = "s3://packs/baseline.yaml"
}
