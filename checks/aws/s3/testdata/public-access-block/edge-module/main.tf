module "store" {
  source = "./store"
  name   = "store"
}

module "open" {
  source = "./store"
  name   = "open"
  closed = false
}

# The block of a module's bucket, by its output.
module "bare" {
  source = "./store"
  name   = "bare"
  closed = false
}

resource "aws_s3_bucket_public_access_block" "bare" {
  bucket = module.bare.id
}
