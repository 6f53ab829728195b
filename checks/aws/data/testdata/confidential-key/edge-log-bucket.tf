# Access logs are delivered under S3's own key only, whatever a default tag says.
provider "aws" {
  region = "eu-west-1"
  default_tags {
    tags = { data-classification = "confidential" }
  }
}

resource "aws_s3_bucket" "logs" {
  bucket = "logs"
}

resource "aws_s3_bucket" "shop" { # want `bucket "shop" is tagged confidential and has no customer-managed key`
  bucket = "shop"
}

resource "aws_s3_bucket_logging" "shop" {
  bucket        = aws_s3_bucket.shop.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "shop/"
}

resource "aws_s3_bucket" "balancer" {
  bucket = "balancer"
}

resource "aws_lb" "front" {
  name = "front"
  access_logs {
    bucket  = aws_s3_bucket.balancer.bucket
    enabled = true
  }
}
