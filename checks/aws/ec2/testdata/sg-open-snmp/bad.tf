resource "aws_security_group" "snmp" {
  name        = "snmp"
  description = "Clients of SNMP"

  ingress {
    description = "Anyone"
    protocol    = "udp"
    from_port   = 161
    to_port     = 161
    cidr_blocks = ["0.0.0.0/0"] # want "UDP port 161 \\(SNMP\\) open to the internet"
  }
}
