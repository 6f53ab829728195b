variable "mode" {}

resource "aws_glue_data_catalog_encryption_settings" "role" {
  data_catalog_encryption_settings {
    encryption_at_rest {
      catalog_encryption_mode         = "SSE-KMS-WITH-SERVICE-ROLE"
      catalog_encryption_service_role = "arn:aws:iam::111122223333:role/glue"
    }
  }
}

resource "aws_glue_data_catalog_encryption_settings" "unknown" {
  data_catalog_encryption_settings {
    encryption_at_rest {
      catalog_encryption_mode = var.mode # want `undecided: settings "unknown"`
    }
  }
}
