module "deploy" {
  source   = "./role"
  for_each = { wide = "*", narrow = "arn:aws:s3:::shop/*" }
  resource = each.value
}
