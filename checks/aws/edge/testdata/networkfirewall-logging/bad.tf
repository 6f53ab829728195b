resource "aws_networkfirewall_firewall" "edge" { # want `firewall "edge" writes no logs`
  name                = "edge"
  firewall_policy_arn = "arn:aws:network-firewall:eu-west-1:123456789012:firewall-policy/edge"
  vpc_id              = "vpc-0a1b2c3d"

  subnet_mapping {
    subnet_id = "subnet-0a1b2c3d"
  }
}
