variable "acl" {
  type = string
}

resource "aws_s3_bucket" "shop" {
  bucket = "shop"
}

resource "aws_s3_bucket_acl" "shop" {
  bucket = aws_s3_bucket.shop.id
  acl    = var.acl # want `undecided: acl is not known`
}

# Whatever it is, it is ignored.
resource "aws_s3_bucket" "blocked" {
  bucket = "blocked"
}

resource "aws_s3_bucket_acl" "blocked" {
  bucket = aws_s3_bucket.blocked.id
  acl    = var.acl
}

resource "aws_s3_bucket_public_access_block" "blocked" {
  bucket             = aws_s3_bucket.blocked.id
  ignore_public_acls = true
}

# An old-style grant made by a dynamic block.
resource "aws_s3_bucket" "granted" {
  bucket = "granted"

  dynamic "grant" {
    for_each = ["http://acs.amazonaws.com/groups/global/AllUsers"]
    content {
      type        = "Group"
      uri         = grant.value # want `everyone may read bucket "granted"`
      permissions = ["READ"]
    }
  }
}
