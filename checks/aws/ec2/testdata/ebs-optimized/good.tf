resource "aws_instance" "asked" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m3.xlarge"
  ebs_optimized = true
}

resource "aws_instance" "always" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.large"
}
