resource "aws_s3_bucket_acl" "shop" {
  bucket = "shop"

  access_control_policy {
    grant {
      grantee {
        type = "CanonicalUser"
        id   = "52b113e7a2f25102679df27bb0ae12b3f85be6"
      }
      permission = "FULL_CONTROL"
    }
    grant {
      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/s3/LogDelivery"
      }
      permission = "READ_ACP"
    }
    owner {
      id = "52b113e7a2f25102679df27bb0ae12b3f85be6"
    }
  }
}
