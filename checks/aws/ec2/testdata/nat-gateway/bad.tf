resource "aws_route" "out" {
  route_table_id         = "rtb-0a1b2c3d"
  destination_cidr_block = "0.0.0.0/0"
  network_interface_id   = aws_instance.nat.primary_network_interface_id # want `default route of aws_route.out leads through an instance`
}

resource "aws_instance" "nat" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t3.micro"
}
