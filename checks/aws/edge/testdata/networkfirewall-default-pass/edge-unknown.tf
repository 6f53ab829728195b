variable "actions" {}

resource "aws_networkfirewall_firewall_policy" "egress" {
  name = "egress"

  firewall_policy {
    stateless_default_actions          = var.actions # want `undecided: .*through uninspected`
    stateless_fragment_default_actions = ["aws:drop"]
  }
}
