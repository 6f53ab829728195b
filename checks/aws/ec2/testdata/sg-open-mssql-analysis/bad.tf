resource "aws_security_group" "mssql_analysis" {
  name        = "mssql-analysis"
  description = "Clients of SQL Server Analysis Services"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 2382
    to_port     = 2382
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 2382 \\(SQL Server Analysis Services\\) open to the internet"
  }
}
