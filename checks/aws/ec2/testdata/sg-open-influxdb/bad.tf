resource "aws_security_group" "influxdb" {
  name        = "influxdb"
  description = "Clients of InfluxDB"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 8086
    to_port     = 8086
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 8086 \\(InfluxDB\\) open to the internet"
  }
}
