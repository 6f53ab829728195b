resource "aws_security_group" "example" {
  description = "Nodes of the order service"

  ingress {
    description = "Operators"
    protocol    = "udp"
    from_port   = 161
    to_port     = 161
    cidr_blocks = ["0.0.0.0/0"] # want "UDP port 161 .SNMP. open"
  }
  ingress {
    description = "Operators"
    protocol    = "tcp"
    from_port   = 3306
    to_port     = 3306
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    description = "Operators"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    description = "Operators"
    protocol    = "icmp"
    from_port   = -1
    to_port     = -1
    cidr_blocks = ["0.0.0.0/0"]
  }
}
