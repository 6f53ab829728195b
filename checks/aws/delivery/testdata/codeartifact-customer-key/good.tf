resource "aws_kms_key" "packages" {
  enable_key_rotation = true
}

resource "aws_codeartifact_domain" "packages" {
  domain         = "packages"
  encryption_key = aws_kms_key.packages.arn
}
