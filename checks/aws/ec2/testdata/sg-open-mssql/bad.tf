resource "aws_security_group" "mssql" {
  name        = "mssql"
  description = "Clients of SQL Server"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 1433
    to_port     = 1433
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 1433 \\(SQL Server\\) open to the internet"
  }
}
