resource "aws_config_configuration_aggregator" "all" {
  name = "all"

  account_aggregation_source { # want `aggregator "all" leaves regions out`
    account_ids = ["123456789012"]
    regions     = ["eu-west-1", "eu-central-1"]
  }
}
