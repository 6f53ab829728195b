resource "aws_s3_bucket_acl" "shop" {
  bucket = "shop"

  access_control_policy {
    grant {
      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers" # want `every AWS account may use bucket "shop"`
      }
      permission = "READ_ACP"
    }
    owner {
      id = "52b113e7a2f25102679df27bb0ae12b3f85be6"
    }
  }
}
