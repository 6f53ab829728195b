resource "aws_launch_template" "main" {
  image_id = "ami-0123456789abcdef0"

  metadata_options {
    http_tokens = "required"
  }
}
