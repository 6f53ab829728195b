variable "option" {}

resource "aws_athena_workgroup" "managed" {
  name = "managed"
  configuration {
    managed_query_results_configuration {
      enabled = true
    }
  }
}

resource "aws_athena_workgroup" "unknown" {
  name = "unknown"
  configuration {
    result_configuration {
      encryption_configuration {
        encryption_option = var.option # want `undecided: workgroup "unknown"`
      }
    }
  }
}
