resource "aws_eip" "nat" {
  domain = "vpc"
}

resource "aws_nat_gateway" "this" {
  allocation_id = aws_eip.nat.id
  subnet_id     = "subnet-0a1b2c3d"
}

resource "aws_eip" "web" {
  domain   = "vpc"
  instance = "i-0abcdef1234567890"
}
