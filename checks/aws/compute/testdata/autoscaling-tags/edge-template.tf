variable "tags" {
  type = list(map(string))
}

resource "aws_launch_template" "web" {
  image_id = "ami-0abcdef1234567890"

  tag_specifications {
    resource_type = "instance"
    tags          = { team = "shop" }
  }
}

resource "aws_autoscaling_group" "web" {
  max_size = 4
  min_size = 2

  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_autoscaling_group" "mixed" {
  max_size = 4
  min_size = 2

  mixed_instances_policy {
    launch_template {
      launch_template_specification {
        launch_template_id = aws_launch_template.web.id
      }
    }
  }
}

resource "aws_autoscaling_group" "unknown" { # want `undecided: group "unknown"`
  max_size = 4
  min_size = 2
  tags     = var.tags
}
