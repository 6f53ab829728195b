module "orders" {
  source   = "./db"
  password = "written-in-the-call"
}

variable "password" {
  type      = string
  sensitive = true
}

module "given" {
  source   = "./db"
  password = var.password
}
