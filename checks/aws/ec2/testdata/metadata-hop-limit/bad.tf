resource "aws_launch_template" "main" {
  image_id = "ami-0123456789abcdef0"

  metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = 2 # want "metadata of aws_launch_template.main travels 2 hops"
  }
}
