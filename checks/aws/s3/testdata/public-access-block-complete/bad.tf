resource "aws_s3_bucket" "shop" { # want `bucket "shop" does not block public ACLs and policies`
  bucket = "shop"
}

resource "aws_s3_bucket" "half" { # want `bucket "half" does not block public ACLs and policies`
  bucket = "half"
}

resource "aws_s3_bucket_public_access_block" "half" {
  bucket              = aws_s3_bucket.half.id
  block_public_policy = true
}
