provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "us"
  region = "us-east-1"
}

resource "aws_config_configuration_recorder" "eu" {
  role_arn = "arn:aws:iam::123456789012:role/config"

  recording_group {
    include_global_resource_types = true
  }
}

# One region is enough, and what AWS advises.
resource "aws_config_configuration_recorder" "us" {
  provider = aws.us
  role_arn = "arn:aws:iam::123456789012:role/config"
}
