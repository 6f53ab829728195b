variable "version" {}

resource "aws_glue_job" "shell" {
  name         = "shell"
  role_arn     = "arn:aws:iam::123456789012:role/glue"
  glue_version = "1.0"

  command {
    name            = "pythonshell"
    script_location = "s3://example-scripts/shell.py"
  }
}

resource "aws_glue_job" "unsaid" {
  name     = "unsaid"
  role_arn = "arn:aws:iam::123456789012:role/glue"

  command {
    script_location = "s3://example-scripts/unsaid.py"
  }
}

resource "aws_glue_job" "unknown" {
  name         = "unknown"
  role_arn     = "arn:aws:iam::123456789012:role/glue"
  glue_version = var.version # want `undecided: .*out of support`

  command {
    script_location = "s3://example-scripts/unknown.py"
  }
}
