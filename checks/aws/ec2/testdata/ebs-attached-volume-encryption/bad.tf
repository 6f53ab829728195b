resource "aws_ebs_volume" "main" { # want `EBS volume "main" is attached and not encrypted`
  availability_zone = "eu-west-1a"
  size              = 40
}

resource "aws_volume_attachment" "main" {
  device_name = "/dev/sdh"
  volume_id   = aws_ebs_volume.main.id
  instance_id = "i-0123456789abcdef0"
}
