resource "aws_sagemaker_data_quality_job_definition" "prices" {
  name     = "prices"
  role_arn = "arn:aws:iam::111122223333:role/quality"
  data_quality_job_output_config { # want `job "prices" has no key of yours for its results`
    monitoring_outputs {
      s3_output {
        s3_uri = "s3://example-quality/results"
      }
    }
  }
}
