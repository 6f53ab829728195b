resource "aws_cloudsearch_domain" "shop" { # want `domain "shop" answers over plain HTTP`
  name = "shop"
}
