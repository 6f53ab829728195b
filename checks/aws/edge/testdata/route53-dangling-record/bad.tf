resource "aws_route53_record" "www" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "www.example.com"
  type    = "A"
  ttl     = 300
  records = ["203.0.113.20"] # want `record "www" points at 203.0.113.20, which is nothing in the code`
}
