resource "aws_instance" "main" { # want `instance "main" is not EBS optimized`
  ami           = "ami-0123456789abcdef0"
  instance_type = "m3.xlarge"
}
