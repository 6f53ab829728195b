resource "aws_glue_job" "load" { # want `job "load" has no security configuration`
  name     = "load"
  role_arn = "arn:aws:iam::111122223333:role/glue"
  command {
    script_location = "s3://example-scripts/load.py"
  }
}

resource "aws_glue_crawler" "lake" { # want `crawler "lake" has no security configuration`
  name          = "lake"
  database_name = "lake"
  role          = "glue"
}
