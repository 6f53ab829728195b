variable "project" {
  type    = string
  default = "webshop"
}

variable "environment" {
  description = "Stage: dev, staging or prod."
  type        = string
  default     = "dev"
}

variable "region" {
  type    = string
  default = "eu-central-1"
}

variable "vpc_cidr" {
  type    = string
  default = "10.20.0.0/16"
}

variable "office_cidrs" {
  description = "Where administrators work."
  type        = list(string)
}

variable "reporting_cidrs" {
  description = "Networks from which the reporting tool queries the database."
  type        = list(string)
  default     = []
}

variable "database_password" {
  description = "Password of the shop's database user."
  type        = string
  sensitive   = true
}

variable "alert_email" {
  description = "Who is told when an alarm goes off."
  type        = string
  default     = null
}

variable "deploy_subject" {
  description = "Which GitHub workflows may deploy, as the subject of their token."
  type        = string
  default     = "repo:*"
}

variable "image" {
  description = "Container image of the shop."
  type        = string
  default     = "public.ecr.aws/docker/library/nginx:1.29"
}
