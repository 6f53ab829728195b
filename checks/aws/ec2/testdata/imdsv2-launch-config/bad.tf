resource "aws_launch_template" "main" { # want "aws_launch_template.main answers metadata requests without a token"
  image_id = "ami-0123456789abcdef0"
}

resource "aws_launch_configuration" "main" {
  image_id      = "ami-0123456789abcdef0"
  instance_type = "m6i.large"

  metadata_options {
    http_tokens = "optional" # want "aws_launch_configuration.main answers metadata requests without a token"
  }
}
