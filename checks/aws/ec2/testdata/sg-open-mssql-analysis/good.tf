resource "aws_security_group" "mssql_analysis" {
  name        = "mssql-analysis"
  description = "Clients of SQL Server Analysis Services"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 2382
    to_port     = 2382
    cidr_blocks = ["10.20.0.0/24"]
  }
}
