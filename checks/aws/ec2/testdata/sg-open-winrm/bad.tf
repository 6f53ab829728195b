resource "aws_security_group" "winrm" {
  name        = "winrm"
  description = "Clients of WinRM"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 5985
    to_port     = 5985
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 5985 \\(WinRM\\) open to the internet"
  }
}
