resource "aws_route53_zone" "shop" {
  name = "shop.example.com"
}

resource "aws_route53_query_log" "shop" {
  zone_id                  = aws_route53_zone.shop.zone_id
  cloudwatch_log_group_arn = "arn:aws:logs:us-east-1:123456789012:log-group:/aws/route53/shop"
}

resource "aws_route53_zone" "inside" {
  name = "internal"
  vpc {
    vpc_id = "vpc-0a1b2c3d"
  }
}
