resource "aws_instance" "main" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.large"

  root_block_device {
    encrypted = true
  }
  ebs_block_device {
    device_name = "/dev/sdg"
    encrypted   = true
  }
  ephemeral_block_device {
    device_name  = "/dev/sdh"
    virtual_name = "ephemeral0"
  }
}
