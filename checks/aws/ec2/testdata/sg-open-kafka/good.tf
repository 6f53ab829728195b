resource "aws_security_group" "kafka" {
  name        = "kafka"
  description = "Clients of Kafka"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 9092
    to_port     = 9092
    cidr_blocks = ["10.20.0.0/24"]
  }
}
