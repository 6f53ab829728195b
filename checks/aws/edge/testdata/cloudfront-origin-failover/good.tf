resource "aws_cloudfront_distribution" "site" {
  enabled = true

  origin {
    domain_name = "first.example.com"
    origin_id   = "first"
  }

  origin {
    domain_name = "second.example.com"
    origin_id   = "second"
  }

  origin_group {
    origin_id = "both"
    failover_criteria {
      status_codes = [500, 502]
    }
    member {
      origin_id = "first"
    }
    member {
      origin_id = "second"
    }
  }
}
