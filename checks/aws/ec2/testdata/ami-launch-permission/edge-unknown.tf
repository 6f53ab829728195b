variable "account" {
  type = string
}

resource "aws_ami_launch_permission" "unknown" {
  image_id   = "ami-0abcdef1234567890"
  account_id = var.account # want `undecided: account_id is not known`
}
