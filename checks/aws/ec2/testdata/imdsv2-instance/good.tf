resource "aws_instance" "main" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.large"

  metadata_options {
    http_tokens = "required"
  }
}
