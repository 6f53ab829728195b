resource "aws_instance" "web" { # want `instance "web" has no detailed monitoring`
  ami           = "ami-0abcdef1234567890"
  instance_type = "t3.micro"
}

resource "aws_launch_configuration" "web" {
  image_id          = "ami-0abcdef1234567890"
  instance_type     = "t3.micro"
  enable_monitoring = false # want `launch configuration "web" has no detailed monitoring`
}
