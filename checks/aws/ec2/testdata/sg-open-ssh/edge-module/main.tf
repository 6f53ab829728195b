module "open" {
  source  = "./group"
  sources = ["0.0.0.0/0"]
}

module "closed" {
  source  = "./group"
  sources = ["10.0.0.0/8"]
}
