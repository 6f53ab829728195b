data "aws_ami" "base" { # want `image "base" is looked up by name without its owner`
  most_recent = true

  filter {
    name   = "name"
    values = ["base-20260101"]
  }
}
