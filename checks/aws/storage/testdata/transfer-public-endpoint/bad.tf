resource "aws_transfer_server" "partners" { # want `server "partners" has a public endpoint`
  protocols = ["SFTP"]
}
