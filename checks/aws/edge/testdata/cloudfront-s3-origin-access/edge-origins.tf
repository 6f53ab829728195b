variable "identity" {}

resource "aws_cloudfront_distribution" "mixed" {
  origin { # want `distribution "mixed" fetches from an S3 bucket without an identity`
    domain_name = "assets.s3.eu-west-1.amazonaws.com"
    origin_id   = "a"
    s3_origin_config {
      origin_access_identity = ""
    }
  }
  origin {
    domain_name = "api.example.com"
    origin_id   = "b"
    custom_origin_config {
      origin_protocol_policy = "https-only"
    }
  }
  origin {
    domain_name = "old.s3.amazonaws.com"
    origin_id   = "c"
    s3_origin_config {
      origin_access_identity = "origin-access-identity/cloudfront/E127EXAMPLE51Z"
    }
  }
  origin {
    domain_name = "site.s3-website.eu-central-1.amazonaws.com"
    origin_id   = "d"
    custom_origin_config {
      origin_protocol_policy = "http-only"
    }
  }
  origin { # want `undecided: distribution "mixed"`
    domain_name = "more.s3.amazonaws.com"
    origin_id   = "e"
    s3_origin_config {
      origin_access_identity = var.identity
    }
  }
}
