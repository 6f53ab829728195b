resource "aws_eip" "lb" {
  count  = 2
  domain = "vpc"
}

resource "aws_lb" "network" {
  load_balancer_type = "network"

  subnet_mapping {
    subnet_id     = "subnet-0a1b2c3d"
    allocation_id = aws_eip.lb[0].allocation_id
  }
  subnet_mapping {
    subnet_id     = "subnet-1a1b2c3d"
    allocation_id = aws_eip.lb[1].allocation_id
  }
}

resource "aws_eip" "old" {
}

resource "aws_eip_association" "old" {
  public_ip   = aws_eip.old.public_ip
  instance_id = "i-0abcdef1234567890"
}

# A record that names the address does not use it.
resource "aws_eip" "named" { # want `address "named" is attached to nothing`
  domain = "vpc"
}

resource "aws_route53_record" "named" {
  zone_id = "Z0123456789"
  name    = "named.example.com"
  type    = "A"
  ttl     = 300
  records = [aws_eip.named.public_ip]
}
