resource "aws_instance" "main" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.large"

  root_block_device {
    encrypted = false # want "root_block_device of aws_instance.main is not encrypted"
  }
  ebs_block_device { # want "ebs_block_device /dev/sdg of aws_instance.main is not encrypted"
    device_name = "/dev/sdg"
  }
}

resource "aws_instance" "silent" { # want "root volume of aws_instance.silent is not set to be encrypted"
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.large"
}
