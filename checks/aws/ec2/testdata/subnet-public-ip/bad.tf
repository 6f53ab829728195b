resource "aws_subnet" "main" {
  vpc_id                  = "vpc-0123456789abcdef0"
  cidr_block              = "10.0.0.0/24"
  map_public_ip_on_launch = true # want `subnet "main" gives a public IP to whatever is launched in it`
}
