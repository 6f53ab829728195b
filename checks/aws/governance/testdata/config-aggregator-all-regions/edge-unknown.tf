variable "all" {
  type = bool
}

resource "aws_config_configuration_aggregator" "unknown" {
  name = "unknown"

  account_aggregation_source {
    account_ids = ["123456789012"]
    all_regions = var.all # want `undecided: aggregator "unknown"`
  }
}

resource "aws_config_configuration_aggregator" "empty" { # want `aggregator "empty" collects from nowhere`
  name = "empty"
}
