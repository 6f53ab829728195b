variable "protocols" {
  type = list(string)
}

resource "aws_transfer_server" "unknown" {
  protocols = var.protocols # want `undecided: server "unknown" speaks plain FTP`
}

resource "aws_transfer_server" "default" {
}
