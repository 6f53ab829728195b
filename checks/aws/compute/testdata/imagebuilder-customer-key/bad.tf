resource "aws_imagebuilder_component" "agent" { # want `component "agent" has no customer-managed key`
  name     = "agent"
  platform = "Linux"
  version  = "1.0.0"
  uri      = "s3://components/agent.yaml"
}

resource "aws_imagebuilder_distribution_configuration" "all" {
  name = "all"

  distribution {
    region = "eu-west-1"
    ami_distribution_configuration { # want `distribution configuration "all" has no customer-managed key`
      name = "base-{{ imagebuilder:buildDate }}"
    }
  }
}
