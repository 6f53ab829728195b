variable "name" {
  type = string
}

variable "vpc_id" {
  type = string
}

variable "public_subnets" {
  description = "Where the load balancer stands."
  type        = list(string)
}

variable "private_subnets" {
  description = "Where the containers run."
  type        = list(string)
}

variable "image" {
  type = string
}

variable "port" {
  type    = number
  default = 8080
}

variable "environment" {
  description = "Environment variables of the container."
  type        = map(string)
  default     = {}
}

variable "secrets" {
  description = "ARNs of secrets, by environment variable."
  type        = map(string)
  default     = {}
}

variable "assets_bucket" {
  description = "ARN of the bucket of pictures and styles."
  type        = string
}

variable "access_logs" {
  description = "Bucket that gets the load balancer's logs."
  type        = string
}

variable "certificate_arn" {
  description = "Certificate of the shop; without one it is served by HTTP."
  type        = string
  default     = null
}

variable "log_retention_days" {
  type    = number
  default = null
}
