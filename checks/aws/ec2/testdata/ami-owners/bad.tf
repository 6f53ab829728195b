data "aws_ami" "ubuntu" { # want `image "ubuntu" is looked up by a name that anyone can use`
  most_recent = true

  filter {
    name   = "name"
    values = ["ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-*"]
  }
}
