resource "aws_emr_block_public_access_configuration" "account" {
  block_public_security_group_rules = false # want `configuration "account" lets clusters be open to the internet`
}
