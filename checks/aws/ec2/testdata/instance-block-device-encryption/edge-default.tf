# Encryption by default covers whatever says nothing, and what says no.
resource "aws_ebs_encryption_by_default" "main" {
}

resource "aws_instance" "silent" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.large"
}

resource "aws_instance" "off" {
  root_block_device {
    encrypted = false
  }
}
