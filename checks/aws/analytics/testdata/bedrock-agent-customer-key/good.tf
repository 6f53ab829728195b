resource "aws_kms_key" "helper" {
  enable_key_rotation = true
}

resource "aws_bedrockagent_agent" "helper" {
  agent_name                  = "helper"
  agent_resource_role_arn     = "arn:aws:iam::111122223333:role/helper"
  foundation_model            = "amazon.nova-pro-v1:0"
  customer_encryption_key_arn = aws_kms_key.helper.arn
}
