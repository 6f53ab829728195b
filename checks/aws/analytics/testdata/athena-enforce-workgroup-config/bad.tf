resource "aws_athena_workgroup" "analysts" {
  name = "analysts"
  configuration {
    enforce_workgroup_configuration = false # want `workgroup "analysts" lets clients override its settings`
    result_configuration {
      output_location = "s3://example-athena/results/"
    }
  }
}
