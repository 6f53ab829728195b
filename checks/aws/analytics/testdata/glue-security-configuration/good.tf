resource "aws_glue_job" "load" {
  name                   = "load"
  role_arn               = "arn:aws:iam::111122223333:role/glue"
  security_configuration = "etl"
  command {
    script_location = "s3://example-scripts/load.py"
  }
}

resource "aws_glue_crawler" "lake" {
  name                   = "lake"
  database_name          = "lake"
  role                   = "glue"
  security_configuration = "etl"
}
