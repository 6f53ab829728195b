resource "aws_instance" "web" { # want `instance "web" has no IAM role`
  ami           = "ami-0abcdef1234567890"
  instance_type = "t3.micro"
}
