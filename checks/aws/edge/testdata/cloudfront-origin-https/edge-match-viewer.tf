variable "policy" {}

resource "aws_cloudfront_distribution" "closed" {
  enabled = true
  origin {
    domain_name = "origin.example.com"
    origin_id   = "a"
    custom_origin_config {
      origin_protocol_policy = "match-viewer"
    }
  }
  default_cache_behavior {
    target_origin_id       = "a"
    viewer_protocol_policy = "https-only"
  }
}

resource "aws_cloudfront_distribution" "open" {
  enabled = true
  origin {
    domain_name = "origin.example.com"
    origin_id   = "a"
    custom_origin_config {
      origin_protocol_policy = "match-viewer" # want `distribution "open" fetches from its origin over plain HTTP`
    }
  }
  origin {
    domain_name = "other.example.com"
    origin_id   = "b"
    custom_origin_config {
      origin_protocol_policy = "match-viewer"
    }
  }
  default_cache_behavior {
    target_origin_id       = "a"
    viewer_protocol_policy = "allow-all"
  }
}

# Website endpoints know nothing but HTTP.
resource "aws_cloudfront_distribution" "site" {
  enabled = true
  origin {
    domain_name = "site.s3-website-eu-west-1.amazonaws.com"
    origin_id   = "a"
    custom_origin_config {
      origin_protocol_policy = "http-only"
    }
  }
}

resource "aws_s3_bucket" "site" {
  bucket = "site"
}

resource "aws_s3_bucket_website_configuration" "site" {
  bucket = aws_s3_bucket.site.id
}

resource "aws_cloudfront_distribution" "linked" {
  enabled = true
  origin {
    domain_name = aws_s3_bucket_website_configuration.site.website_endpoint
    origin_id   = "a"
    custom_origin_config {
      origin_protocol_policy = "http-only"
    }
  }
}

resource "aws_cloudfront_distribution" "off" {
  enabled = false
  origin {
    domain_name = "origin.example.com"
    origin_id   = "a"
    custom_origin_config {
      origin_protocol_policy = "http-only"
    }
  }
}

resource "aws_cloudfront_distribution" "unknown" {
  enabled = true
  origin {
    domain_name = "origin.example.com"
    origin_id   = "a"
    custom_origin_config {
      origin_protocol_policy = var.policy # want `undecided: distribution "unknown"`
    }
  }
}
