resource "aws_security_group" "winrm" {
  name        = "winrm"
  description = "Clients of WinRM"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 5985
    to_port     = 5985
    cidr_blocks = ["10.20.0.0/24"]
  }
}
