variable "policy" {}

resource "aws_cloudfront_distribution" "two" {
  default_cache_behavior {
    viewer_protocol_policy = "https-only"
  }
  ordered_cache_behavior {
    path_pattern           = "/a/*"
    viewer_protocol_policy = "allow-all" # want `distribution "two" answers over plain HTTP`
  }
  ordered_cache_behavior {
    path_pattern           = "/b/*"
    viewer_protocol_policy = var.policy # want `undecided: distribution "two"`
  }
}
