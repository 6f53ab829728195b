resource "aws_db_instance" "orders" {
  instance_class = "db.t4g.medium"
  username       = "orders_owner"
}

# With a managed password or IAM authentication the name does not matter.
resource "aws_db_instance" "managed" {
  instance_class              = "db.t4g.medium"
  username                    = "postgres"
  manage_master_user_password = true
}

resource "aws_rds_cluster" "iam" {
  cluster_identifier                  = "iam"
  engine                              = "aurora-mysql"
  master_username                     = "admin"
  iam_database_authentication_enabled = true
}
