resource "aws_vpc_peering_connection" "partner" {
  vpc_id      = "vpc-0123456789abcdef0"
  peer_vpc_id = "vpc-0fedcba9876543210"
}

resource "aws_route_table" "main" {
  vpc_id = "vpc-0123456789abcdef0"

  route {
    cidr_block                = "0.0.0.0/0" # want "all traffic .0.0.0.0/0. goes to a peered VPC"
    vpc_peering_connection_id = aws_vpc_peering_connection.partner.id
  }
}

resource "aws_route" "six" {
  route_table_id              = aws_route_table.main.id
  destination_ipv6_cidr_block = "::/0" # want "all traffic .::/0. goes to a peered VPC"
  vpc_peering_connection_id   = aws_vpc_peering_connection.partner.id
}
