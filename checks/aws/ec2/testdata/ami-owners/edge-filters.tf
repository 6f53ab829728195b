variable "owners" {
  type = list(string)
}

variable "name" {
  type = string
}

data "aws_ami" "filtered" {
  most_recent = true

  filter {
    name   = "owner-alias"
    values = ["amazon"]
  }
  filter {
    name   = "name"
    values = ["al2023-ami-*"]
  }
}

data "aws_ami" "id" {
  filter {
    name   = "image-id"
    values = ["ami-0abcdef1234567890"]
  }
}

data "aws_ami" "regex" { # want `image "regex" is looked up by a name`
  most_recent = true
  name_regex  = "^base-"
}

data "aws_ami" "empty" {
  most_recent = true
  owners      = [] # want `image "empty" is looked up by a name`
}

data "aws_ami" "unknown" {
  most_recent = true
  owners      = var.owners # want `undecided: image "unknown"`
  name_regex  = "^base-"
}

data "aws_ami" "name" { # want `undecided: image "name"`
  most_recent = true

  filter {
    name   = "name"
    values = [var.name]
  }
}

# The other check's.
data "aws_ami" "exact" {
  filter {
    name   = "name"
    values = ["base-20260101"]
  }
}
