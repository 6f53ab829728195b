variable "name" {
  type = string
}

variable "on" {
  type = bool
}

# The same unknown name on both sides.
resource "aws_s3_bucket" "named" {
  bucket = var.name
}

resource "aws_s3_bucket_versioning" "named" {
  bucket = aws_s3_bucket.named.bucket
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket" "keyed" {
  for_each = toset(["a", "b"])
  bucket   = "keyed-${each.key}"
}

resource "aws_s3_bucket_versioning" "keyed" {
  for_each = toset(["a", "b"])
  bucket   = aws_s3_bucket.keyed[each.key].id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket" "switched" {
  bucket = "switched"
}

resource "aws_s3_bucket_versioning" "switched" {
  bucket = aws_s3_bucket.switched.id
  versioning_configuration {
    status = var.on ? "Enabled" : "Suspended" # want `undecided: bucket "switched" keeps no versions`
  }
}
