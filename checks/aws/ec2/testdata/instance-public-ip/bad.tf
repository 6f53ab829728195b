resource "aws_instance" "main" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "m6i.large"
  associate_public_ip_address = true # want "aws_instance.main gets a public IP"
}

resource "aws_launch_template" "main" {
  image_id = "ami-0123456789abcdef0"

  network_interfaces {
    associate_public_ip_address = true # want "aws_launch_template.main gets a public IP"
  }
}
