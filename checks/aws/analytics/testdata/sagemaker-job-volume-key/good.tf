resource "aws_kms_key" "quality" {
  enable_key_rotation = true
}

resource "aws_sagemaker_data_quality_job_definition" "prices" {
  name     = "prices"
  role_arn = "arn:aws:iam::111122223333:role/quality"
  job_resources {
    cluster_config {
      instance_count    = 1
      instance_type     = "ml.m5.large"
      volume_size_in_gb = 20
      volume_kms_key_id = aws_kms_key.quality.key_id
    }
  }
}
