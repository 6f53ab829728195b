module "orders" {
  source = "./store"
  tags   = { data-classification = "confidential" }
}

module "assets" {
  source = "./store"
  tags   = { data-classification = "internal" }
}
