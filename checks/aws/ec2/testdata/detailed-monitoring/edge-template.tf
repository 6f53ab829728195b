resource "aws_launch_template" "on" {
  image_id = "ami-0abcdef1234567890"

  monitoring {
    enabled = true
  }
}

resource "aws_launch_template" "off" { # want `launch template "off" has no detailed monitoring`
  image_id = "ami-0abcdef1234567890"
}

resource "aws_instance" "on" {
  launch_template {
    id = aws_launch_template.on.id
  }
}

resource "aws_instance" "off" { # want `instance "off" has no detailed monitoring`
  launch_template {
    id = aws_launch_template.off.id
  }
}

resource "aws_instance" "elsewhere" { # want `undecided: instance "elsewhere"`
  launch_template {
    id = "lt-0a1b2c3d4e5f"
  }
}

# Its default is to monitor.
resource "aws_launch_configuration" "default" {
  image_id      = "ami-0abcdef1234567890"
  instance_type = "t3.micro"
}
