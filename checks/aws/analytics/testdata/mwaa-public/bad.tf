resource "aws_mwaa_environment" "etl" {
  name                  = "etl"
  dag_s3_path           = "dags/"
  execution_role_arn    = "arn:aws:iam::111122223333:role/airflow"
  source_bucket_arn     = "arn:aws:s3:::example-airflow"
  webserver_access_mode = "PUBLIC_ONLY" # want `environment "etl" has its web interface on the internet`
}
