resource "aws_kms_key" "quality" {
  enable_key_rotation = true
}

resource "aws_sagemaker_data_quality_job_definition" "prices" {
  name     = "prices"
  role_arn = "arn:aws:iam::111122223333:role/quality"
  data_quality_job_output_config {
    kms_key_id = aws_kms_key.quality.key_id
    monitoring_outputs {
      s3_output {
        s3_uri = "s3://example-quality/results"
      }
    }
  }
}
