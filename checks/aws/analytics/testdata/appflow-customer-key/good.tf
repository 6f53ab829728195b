resource "aws_kms_key" "crm" {
  enable_key_rotation = true
}

resource "aws_appflow_flow" "leads" {
  name    = "leads"
  kms_arn = aws_kms_key.crm.arn
  trigger_config {
    trigger_type = "OnDemand"
  }
}

resource "aws_appflow_connector_profile" "crm" {
  name            = "crm"
  connector_type  = "Salesforce"
  connection_mode = "Public"
  kms_arn         = aws_kms_key.crm.arn
}
