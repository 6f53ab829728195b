resource "aws_bedrockagent_agent" "helper" {
  agent_name              = "helper"
  agent_resource_role_arn = "arn:aws:iam::111122223333:role/helper"
  foundation_model        = "amazon.nova-pro-v1:0"
  guardrail_configuration = [{
    guardrail_identifier = "abcdefghij12"
    guardrail_version    = "1"
  }]
}
