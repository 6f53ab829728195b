variable "public" {
  type = bool
}

resource "aws_instance" "each" {
  for_each                    = { front = true, back = false }
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "m6i.large"
  associate_public_ip_address = each.value # want "gets a public IP"
}

resource "aws_instance" "never" {
  count                       = 0
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "m6i.large"
  associate_public_ip_address = true
}

resource "aws_instance" "unknown" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "m6i.large"
  associate_public_ip_address = var.public # want "undecided"
}
