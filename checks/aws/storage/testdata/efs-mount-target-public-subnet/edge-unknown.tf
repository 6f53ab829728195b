variable "public" {}

resource "aws_subnet" "perhaps" {
  vpc_id                  = "vpc-0a1b2c3d"
  cidr_block              = "10.0.1.0/24"
  map_public_ip_on_launch = var.public
}

resource "aws_efs_mount_target" "home" {
  file_system_id = "fs-0a1b2c3d"
  subnet_id      = aws_subnet.perhaps.id # want `undecided: .*stands in subnet "perhaps"`
}

# A subnet of somebody else's is not judged.
resource "aws_efs_mount_target" "elsewhere" {
  file_system_id = "fs-0a1b2c3d"
  subnet_id      = "subnet-0a1b2c3d"
}
