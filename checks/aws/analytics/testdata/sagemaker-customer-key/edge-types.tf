variable "key" {}

resource "aws_sagemaker_domain" "studio" { # want `domain "studio" has no key`
  domain_name = "studio"
  auth_mode   = "IAM"
}

resource "aws_sagemaker_flow_definition" "review" {
  flow_definition_name = "review"
  output_config {
    s3_output_path = "s3://example-review/"
    kms_key_id     = var.key # want `undecided: flow definition "review" has no key`
  }
}
