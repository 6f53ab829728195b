data "aws_kms_alias" "managed" {
  name = "alias/aws/sns"
}

resource "aws_sns_topic" "found" {
  name              = "found"
  kms_master_key_id = data.aws_kms_alias.managed.target_key_id # want `topic "found" is encrypted with a key that AWS manages`
}

resource "aws_sns_topic" "none" {
  name = "none"
}
