resource "aws_security_group" "web" {
  name        = "web"
  description = "web servers"

  ingress {
    description = "everything"
    from_port   = 0
    to_port     = 65535
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "web" {
  ami                    = "ami-0abcdef1234567890"
  instance_type          = "t3.micro"
  vpc_security_group_ids = [aws_security_group.web.id] # want `aws_instance.web carries group "web", which is wide open`
}
