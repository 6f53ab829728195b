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
