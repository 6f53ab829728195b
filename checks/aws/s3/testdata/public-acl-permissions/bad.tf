resource "aws_s3_bucket_acl" "shop" {
  bucket = "shop"

  access_control_policy {
    grant {
      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/global/AllUsers" # want `everyone may see or change the ACL of bucket "shop"`
      }
      permission = "WRITE_ACP"
    }
    owner {
      id = "52b113e7a2f25102679df27bb0ae12b3f85be6"
    }
  }
}
