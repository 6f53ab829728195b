variable "enforce" {}

resource "aws_athena_workgroup" "default" {
  name = "default"
  configuration {
    result_configuration {
      output_location = "s3://example-athena/results/"
    }
  }
}

resource "aws_athena_workgroup" "unknown" {
  name = "unknown"
  configuration {
    enforce_workgroup_configuration = var.enforce # want `undecided: workgroup "unknown"`
  }
}
