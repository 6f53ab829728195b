variable "encrypted" {
  type = bool
}

resource "aws_dlm_lifecycle_policy" "shared" {
  description        = "shared"
  execution_role_arn = "arn:aws:iam::123456789012:role/dlm"

  policy_details {
    policy_type = "EVENT_BASED_POLICY"

    action {
      name = "copy"
      cross_region_copy {
        target = "eu-central-1"
        encryption_configuration { # want `policy "shared" copies snapshots unencrypted`
        }
      }
      cross_region_copy {
        target = "eu-north-1"
        encryption_configuration { # want `undecided: policy "shared"`
          encrypted = var.encrypted
        }
      }
      cross_region_copy {
        target = "eu-west-2"
        encryption_configuration {
          encrypted = true
        }
      }
    }
  }
}
