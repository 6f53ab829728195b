resource "aws_appflow_flow" "leads" { # want `flow "leads" has no key of yours`
  name = "leads"
  trigger_config {
    trigger_type = "OnDemand"
  }
}

resource "aws_appflow_connector_profile" "crm" { # want `connection "crm" has no key of yours`
  name            = "crm"
  connector_type  = "Salesforce"
  connection_mode = "Public"
}
