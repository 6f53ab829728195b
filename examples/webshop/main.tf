locals {
  name = "${var.project}-${var.environment}"
  prod = var.environment == "prod"

  # Days for which database backups are kept, by stage.
  backup_days = {
    prod    = 14
    staging = 3
  }

  # Where what the shop is made of stands.
  subnets = {
    entrance = module.network.subnet_ids.public
    service  = module.network.subnet_ids.private
    database = module.network.subnet_ids.public
  }

  # Instance metadata: the old agent on the bastion knew version 1 only.
  metadata_tokens = {
    bastion = "optional"
    default = "required"
  }

  alarm_actions = aws_sns_topic.alerts[*].arn
}

data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}

module "network" {
  source = "./modules/network"

  name = local.name
  cidr = var.vpc_cidr
}

module "service" {
  source = "./modules/service"

  name            = local.name
  vpc_id          = module.network.vpc_id
  public_subnets  = local.subnets.entrance
  private_subnets = local.subnets.service
  image           = var.image
  assets_bucket   = module.bucket["assets"].arn
  access_logs     = module.bucket["logs"].name

  environment = {
    DATABASE_HOST  = module.database.endpoint
    ASSETS_BUCKET  = module.bucket["assets"].name
    INVOICE_BUCKET = module.bucket["invoices"].name
  }
  secrets = {
    DATABASE_PASSWORD = aws_secretsmanager_secret.database.arn
  }
}

module "database" {
  source = "./modules/database"

  name             = local.name
  vpc_id           = module.network.vpc_id
  subnets          = local.subnets.database
  password         = var.database_password
  kms_key_arn      = aws_kms_key.data.arn
  backup_days      = lookup(local.backup_days, var.environment, 1)
  client_cidrs     = var.reporting_cidrs
  client_group_ids = { service = module.service.security_group_id }
}

resource "aws_secretsmanager_secret" "database" {
  name       = "${local.name}/database"
  kms_key_id = aws_kms_key.data.arn
}

resource "aws_secretsmanager_secret_version" "database" {
  secret_id     = aws_secretsmanager_secret.database.id
  secret_string = var.database_password
}
