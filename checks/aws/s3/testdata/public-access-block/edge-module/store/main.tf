variable "name" {
  type = string
}

variable "closed" {
  type    = bool
  default = true
}

resource "aws_s3_bucket" "this" { # want `bucket "this" has no public access block`
  bucket = var.name
}

resource "aws_s3_bucket_public_access_block" "this" {
  count  = var.closed ? 1 : 0
  bucket = aws_s3_bucket.this.id
}

output "id" {
  value = aws_s3_bucket.this.id
}
