variable "description" {
  type = string
}

variable "nothing" {
  default = ""
}

resource "aws_security_group" "default" {
  description = "Managed by Terraform" # want "no description of its own"
}

resource "aws_security_group" "empty" {
  description = var.nothing # want "no description of its own"
}

resource "aws_security_group" "null" {
  description = null # want "no description of its own"
}

resource "aws_security_group" "unknown" {
  description = var.description # want "undecided: description is not known"
}

resource "aws_security_group" "never" {
  count = 0
}
