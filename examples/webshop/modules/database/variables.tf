variable "name" {
  type = string
}

variable "vpc_id" {
  type = string
}

variable "subnets" {
  description = "Subnets that the database may stand in."
  type        = list(string)
}

variable "password" {
  type      = string
  sensitive = true
}

variable "encrypted" {
  type    = bool
  default = false
}

variable "kms_key_arn" {
  type = string
}

variable "backup_days" {
  type = number
}

variable "client_group_ids" {
  description = "Security groups of the clients, by name."
  type        = map(string)
  default     = {}
}

variable "client_cidrs" {
  description = "Networks of clients that have no security group."
  type        = list(string)
  default     = []
}
