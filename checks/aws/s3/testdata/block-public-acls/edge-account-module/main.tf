# The account's block covers buckets of modules, but not of another account.
provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "other"
  region = "eu-west-1"
}

resource "aws_s3_account_public_access_block" "all" {
  block_public_acls = true
}

module "here" {
  source = "./store"
}

module "there" {
  source    = "./store"
  providers = { aws = aws.other }
}
