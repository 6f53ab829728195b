resource "aws_security_group" "snmp" {
  name        = "snmp"
  description = "Clients of SNMP"

  ingress {
    description = "The application's own network"
    protocol    = "udp"
    from_port   = 161
    to_port     = 161
    cidr_blocks = ["10.20.0.0/24"]
  }
}
