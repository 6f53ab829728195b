resource "aws_security_group" "mssql" {
  name        = "mssql"
  description = "Clients of SQL Server"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 1433
    to_port     = 1433
    cidr_blocks = ["10.20.0.0/24"]
  }
}
