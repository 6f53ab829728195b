variable "public" {}

resource "aws_s3control_multi_region_access_point" "media" {
  details {
    name = "media"

    public_access_block {
      block_public_acls = var.public # want `undecided: .*block_public_acls is off`
    }

    region {
      bucket = "media"
    }
  }
}
