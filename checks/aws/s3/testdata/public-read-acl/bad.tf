resource "aws_s3_bucket" "old" {
  bucket = "old"
  acl    = "public-read" # want `everyone may read bucket "old"`
}

resource "aws_s3_bucket" "shop" {
  bucket = "shop"
}

resource "aws_s3_bucket_acl" "shop" {
  bucket = aws_s3_bucket.shop.id
  acl    = "authenticated-read" # want `every AWS account may read bucket "shop"`
}

resource "aws_s3_bucket_acl" "grants" {
  bucket = "elsewhere"

  access_control_policy {
    grant {
      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/global/AllUsers" # want `everyone may read bucket "elsewhere"`
      }
      permission = "READ"
    }
    owner {
      id = "52b113e7a2f25102679df27bb0ae12b3f85be6"
    }
  }
}
