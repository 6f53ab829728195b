resource "aws_ecr_repository" "app" { # want `repository "app" does not scan images`
  name = "app"
}

resource "aws_ecr_repository" "tools" {
  name = "tools"
  image_scanning_configuration {
    scan_on_push = false # want `repository "tools" does not scan images`
  }
}
