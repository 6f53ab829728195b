resource "aws_ebs_volume" "idle" {
  availability_zone = "eu-west-1a"
  size              = 40
}

resource "aws_ebs_volume" "main" {
  availability_zone = "eu-west-1a"
  size              = 40
  encrypted         = true
}

resource "aws_volume_attachment" "main" {
  device_name = "/dev/sdh"
  volume_id   = aws_ebs_volume.main.id
  instance_id = "i-0123456789abcdef0"
}
