variable "origins" {}

resource "aws_lambda_function_url" "reading" {
  function_name      = "a"
  authorization_type = "NONE"
  cors {
    allow_origins = ["*"]
    allow_methods = ["GET"]
  }
}

resource "aws_lambda_function_url" "credentials" {
  function_name      = "b"
  authorization_type = "NONE"
  cors {
    allow_origins     = ["*"] # want `function URL "credentials" lets pages of every origin call it`
    allow_methods     = ["GET"]
    allow_credentials = true
  }
}

resource "aws_lambda_function_url" "unknown" {
  function_name      = "c"
  authorization_type = "NONE"
  cors {
    allow_origins = var.origins # want `undecided: function URL "unknown"`
    allow_methods = ["*"]
  }
}
