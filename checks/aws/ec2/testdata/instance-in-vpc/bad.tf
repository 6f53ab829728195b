resource "aws_instance" "web" { # want `instance "web" is launched into the default VPC`
  ami           = "ami-0abcdef1234567890"
  instance_type = "t3.micro"
}
