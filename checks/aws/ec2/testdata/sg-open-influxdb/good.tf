resource "aws_security_group" "influxdb" {
  name        = "influxdb"
  description = "Clients of InfluxDB"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 8086
    to_port     = 8086
    cidr_blocks = ["10.20.0.0/24"]
  }
}
