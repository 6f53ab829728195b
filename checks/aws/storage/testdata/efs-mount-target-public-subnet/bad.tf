resource "aws_subnet" "public" {
  vpc_id                  = "vpc-0a1b2c3d"
  cidr_block              = "10.0.1.0/24"
  map_public_ip_on_launch = true
}

resource "aws_efs_mount_target" "home" {
  file_system_id = "fs-0a1b2c3d"
  subnet_id      = aws_subnet.public.id # want `mount target "home" stands in subnet "public"`
}
