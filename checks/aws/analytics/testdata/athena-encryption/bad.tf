resource "aws_athena_database" "sales" { # want `database "sales" does not say how query results are encrypted`
  name   = "sales"
  bucket = "example-athena"
}

resource "aws_athena_workgroup" "analysts" {
  name = "analysts"
  configuration {
    result_configuration { # want `workgroup "analysts" does not say`
      output_location = "s3://example-athena/results/"
    }
  }
}
