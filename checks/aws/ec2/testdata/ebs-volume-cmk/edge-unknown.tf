variable "key" {
  type = string
}

resource "aws_ebs_volume" "main" {
  availability_zone = "eu-west-1a"
  kms_key_id        = var.key # want "undecided: kms_key_id is not known"
}
