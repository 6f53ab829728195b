resource "aws_eip" "www" {
  domain = "vpc"
}

resource "aws_route53_record" "www" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "www.example.com"
  type    = "A"
  ttl     = 300
  records = [aws_eip.www.public_ip]
}

resource "aws_route53_record" "mail" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "example.com"
  type    = "MX"
  ttl     = 300
  records = ["10 mail.example.net"]
}
