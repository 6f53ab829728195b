resource "aws_networkfirewall_firewall" "edge" {
  name                = "edge"
  firewall_policy_arn = "arn:aws:network-firewall:eu-west-1:123456789012:firewall-policy/edge"
  vpc_id              = "vpc-0a1b2c3d"
  delete_protection   = true

  subnet_mapping {
    subnet_id = "subnet-0a1b2c3d"
  }
}
