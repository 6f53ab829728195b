variable "encrypted" {
  type = bool
}

resource "aws_ebs_volume" "off" {
  availability_zone = "eu-west-1a"
  encrypted         = "false" # want `EBS volume "off" is not encrypted`
}

resource "aws_ebs_volume" "unknown" {
  availability_zone = "eu-west-1a"
  encrypted         = var.encrypted # want "undecided"
}

# A volume is as its snapshot is.
resource "aws_ebs_volume" "restored" { # want "undecided"
  availability_zone = "eu-west-1a"
  snapshot_id       = "snap-0123456789abcdef0"
}

resource "aws_ebs_volume" "never" {
  count             = 0
  availability_zone = "eu-west-1a"
}
