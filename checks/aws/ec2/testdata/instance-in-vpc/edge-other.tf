variable "subnet" {
  type = string
}

resource "aws_network_interface" "web" {
  subnet_id = "subnet-0a1b2c3d"
}

resource "aws_instance" "interface" {
  ami = "ami-0abcdef1234567890"

  network_interface {
    network_interface_id = aws_network_interface.web.id
    device_index         = 0
  }
}

resource "aws_launch_template" "web" {
  image_id = "ami-0abcdef1234567890"

  network_interfaces {
    subnet_id = "subnet-0a1b2c3d"
  }
}

resource "aws_instance" "template" {
  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_instance" "unknown" {
  ami       = "ami-0abcdef1234567890"
  subnet_id = var.subnet # want `undecided: instance "unknown"`
}
