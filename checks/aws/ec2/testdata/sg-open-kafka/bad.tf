resource "aws_security_group" "kafka" {
  name        = "kafka"
  description = "Clients of Kafka"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 9092
    to_port     = 9092
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 9092 \\(Kafka\\) open to the internet"
  }
}
