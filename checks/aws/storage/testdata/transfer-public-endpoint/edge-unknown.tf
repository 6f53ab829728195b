variable "endpoint" {
  type = string
}

resource "aws_transfer_server" "unknown" {
  endpoint_type = var.endpoint # want `undecided: server "unknown" has a public endpoint`
}
