variable "class" {
  type = string
}

variable "key" {
  type = string
}

resource "aws_sns_topic" "class" {
  name = "class"
  tags = { data-classification = var.class } # want `undecided: the class of the data in topic "class" is not known`
}

resource "aws_sns_topic" "key" {
  name              = "key"
  kms_master_key_id = var.key # want `undecided: topic "key" is tagged confidential`
  tags              = { data-classification = "confidential" }
}

data "aws_kms_alias" "managed" {
  name = "alias/aws/sns"
}

resource "aws_sns_topic" "managed" {
  name              = "managed"
  kms_master_key_id = data.aws_kms_alias.managed.target_key_arn # want `topic "managed" is tagged confidential`
  tags              = { data-classification = "confidential" }
}
