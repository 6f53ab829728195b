resource "aws_bedrockagent_agent" "helper" { # want `agent "helper" has no guardrail`
  agent_name              = "helper"
  agent_resource_role_arn = "arn:aws:iam::111122223333:role/helper"
  foundation_model        = "amazon.nova-pro-v1:0"
}
