variable "tokens" {
  type = string
}

resource "aws_instance" "optional" {
  metadata_options {
    http_tokens = "optional" # want "without a token"
  }
}

resource "aws_instance" "silent" {
  metadata_options { # want "without a token"
    http_endpoint = "enabled"
  }
}

resource "aws_instance" "off" {
  metadata_options {
    http_endpoint = "disabled"
  }
}

resource "aws_instance" "unknown" {
  metadata_options {
    http_tokens = var.tokens # want "undecided"
  }
}

resource "aws_launch_template" "strict" {
  metadata_options {
    http_tokens = "required"
  }
}

resource "aws_instance" "template" {
  launch_template {
    id = aws_launch_template.strict.id
  }
}

resource "aws_instance" "foreign" {
  launch_template { # want "undecided: the launch template that may require IMDSv2 is not known here"
    id = "lt-0123456789abcdef0"
  }
}

resource "aws_instance" "dynamic" {
  dynamic "metadata_options" {
    for_each = ["required"]
    content {
      http_tokens = metadata_options.value
    }
  }
}
