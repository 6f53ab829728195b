resource "aws_security_group" "rpc" {
  name        = "rpc"
  description = "Clients of Windows RPC"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 135
    to_port     = 135
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 135 \\(Windows RPC\\) open to the internet"
  }
}
