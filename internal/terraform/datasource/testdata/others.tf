data "aws_region" "plain" {}
data "aws_region" "named" { name = "us-gov-west-1" }
data "aws_region" "endpoint" { endpoint = "ec2.ap-south-1.amazonaws.com" }
data "aws_partition" "plain" {}
data "aws_arn" "db" { arn = "arn:aws:rds:eu-west-1:123456789012:db:mysql-db" }
data "aws_arn" "bucket" { arn = "arn:aws:s3:::b/k" }
data "aws_billing_service_account" "plain" {}
data "aws_cloudtrail_service_account" "plain" {}
data "aws_cloudtrail_service_account" "us" { region = "us-east-1" }
data "aws_elb_service_account" "plain" {}
data "aws_elb_service_account" "gov" { region = "us-gov-east-1" }
data "aws_redshift_service_account" "plain" {}
data "aws_redshift_service_account" "cn" { region = "cn-north-1" }
data "aws_elb_hosted_zone_id" "plain" {}
data "aws_elb_hosted_zone_id" "us" { region = "us-west-2" }
data "aws_lb_hosted_zone_id" "plain" {}
data "aws_lb_hosted_zone_id" "network" { load_balancer_type = "network" }
data "aws_lb_hosted_zone_id" "us" {
  region             = "us-east-1"
  load_balancer_type = "application"
}
data "aws_elastic_beanstalk_hosted_zone" "plain" {}
data "aws_cloudfront_log_delivery_canonical_user_id" "plain" {}
data "aws_cloudfront_log_delivery_canonical_user_id" "cn" { region = "cn-northwest-1" }
data "aws_service" "s3" { service_id = "s3" }
data "aws_service" "dns" { dns_name = "ec2.us-west-2.amazonaws.com" }
data "aws_service" "reverse" { reverse_dns_name = "cn.com.amazonaws.cn-north-1.s3" }
data "aws_service" "region" {
  region     = "cn-north-1"
  service_id = "ec2"
}
data "aws_service" "prefix" {
  reverse_dns_prefix = "com.example"
  region             = "us-east-1"
  service_id         = "x"
}
data "aws_service_principal" "ec2" { service_name = "ec2" }
data "aws_service_principal" "logs_cn" {
  service_name = "logs"
  region       = "cn-north-1"
}
data "aws_default_tags" "plain" {}
data "aws_vpc" "default" {
  default = true
}
data "aws_vpc_endpoint_service" "s3" {
  service      = "s3"
  service_type = "Gateway"
}
