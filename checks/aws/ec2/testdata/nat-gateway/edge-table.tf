resource "aws_route_table" "private" {
  vpc_id = "vpc-0a1b2c3d"

  route {
    cidr_block  = "0.0.0.0/0"
    instance_id = "i-0abcdef1234567890" # want `default route of aws_route_table.private leads through an instance`
  }
  route {
    cidr_block  = "10.8.0.0/16"
    instance_id = "i-0abcdef1234567890"
  }
}

# Through a network interface of its own.
resource "aws_network_interface" "nat" {
  subnet_id         = "subnet-0a1b2c3d"
  source_dest_check = false
}

resource "aws_instance" "nat" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.nano"

  network_interface {
    network_interface_id = aws_network_interface.nat.id
    device_index         = 0
  }
}

resource "aws_route" "nat" {
  route_table_id         = "rtb-0a1b2c3d"
  destination_cidr_block = "0.0.0.0/0"
  network_interface_id   = aws_network_interface.nat.id # want `default route of aws_route.nat leads through an instance`
}

# Of nothing that is known: a firewall endpoint, say.
resource "aws_network_interface" "other" {
  subnet_id = "subnet-0a1b2c3d"
}

resource "aws_route" "other" {
  route_table_id         = "rtb-0a1b2c3d"
  destination_cidr_block = "0.0.0.0/0"
  network_interface_id   = aws_network_interface.other.id
}
