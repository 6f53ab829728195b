variable "policy" {
  type = string
}

resource "aws_transfer_server" "unknown" {
  security_policy_name = var.policy # want `undecided: server "unknown" takes weak algorithms`
}

resource "aws_transfer_server" "restricted" {
  security_policy_name = "TransferSecurityPolicy-Restricted-2018-11" # want `server "restricted" takes weak algorithms`
}
