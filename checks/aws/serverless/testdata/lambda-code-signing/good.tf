resource "aws_lambda_code_signing_config" "release" {
  allowed_publishers {
    signing_profile_version_arns = ["arn:aws:signer:eu-west-1:123456789012:/signing-profiles/release/a1b2c3d4e5"]
  }
}

resource "aws_lambda_function" "report" {
  function_name           = "report"
  role                    = "arn:aws:iam::123456789012:role/report"
  runtime                 = "python3.13"
  handler                 = "main.handler"
  filename                = "report.zip"
  code_signing_config_arn = aws_lambda_code_signing_config.release.arn
}

resource "aws_lambda_function" "image" {
  function_name = "image"
  role          = "arn:aws:iam::123456789012:role/image"
  package_type  = "Image"
  image_uri     = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/report:1"
}
