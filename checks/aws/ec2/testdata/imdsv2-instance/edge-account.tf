# The account's default covers instances that say nothing.
resource "aws_ec2_instance_metadata_defaults" "main" {
  http_tokens = "required"
}

resource "aws_instance" "silent" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.large"
}

resource "aws_instance" "optional" {
  metadata_options {
    http_tokens = "optional" # want "without a token"
  }
}
