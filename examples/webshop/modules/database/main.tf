locals {
  port = 5432
}

resource "aws_db_subnet_group" "this" {
  name       = var.name
  subnet_ids = var.subnets
}

resource "aws_db_parameter_group" "this" {
  name   = "${var.name}-postgres17"
  family = "postgres17"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }
}

resource "aws_db_instance" "this" {
  identifier     = var.name
  engine         = "postgres"
  engine_version = "17.5"
  instance_class = "db.t4g.medium"
  db_name        = "shop"
  username       = "shop_owner"
  password       = var.password

  allocated_storage     = 50
  max_allocated_storage = 200
  storage_encrypted     = var.encrypted
  kms_key_id            = var.encrypted ? var.kms_key_arn : null

  multi_az               = true
  db_subnet_group_name   = aws_db_subnet_group.this.name
  vpc_security_group_ids = [aws_security_group.this.id]
  parameter_group_name   = aws_db_parameter_group.this.name

  iam_database_authentication_enabled = true
  enabled_cloudwatch_logs_exports     = ["postgresql", "upgrade"]
  backup_retention_period             = var.backup_days
  copy_tags_to_snapshot               = true
  deletion_protection                 = true
  final_snapshot_identifier           = "${var.name}-final"

  tags = { data-classification = "confidential" }
}

resource "aws_security_group" "this" {
  name        = "${var.name}-database"
  description = "Clients of the database"
  vpc_id      = var.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "groups" {
  for_each = var.client_group_ids

  security_group_id            = aws_security_group.this.id
  description                  = "PostgreSQL from ${each.key}"
  referenced_security_group_id = each.value
  ip_protocol                  = "tcp"
  from_port                    = local.port
  to_port                      = local.port
}

resource "aws_vpc_security_group_ingress_rule" "networks" {
  for_each = toset(var.client_cidrs)

  security_group_id = aws_security_group.this.id
  description       = "PostgreSQL from a network"
  cidr_ipv4         = each.value
  ip_protocol       = "tcp"
  from_port         = local.port
  to_port           = local.port
}

output "endpoint" {
  value = aws_db_instance.this.address
}
