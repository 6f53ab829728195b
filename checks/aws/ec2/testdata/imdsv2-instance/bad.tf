resource "aws_instance" "main" { # want "aws_instance.main answers metadata requests without a token"
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.large"
}
