variable "encrypted" {
  type = bool
}

resource "aws_db_instance" "orders" {
  instance_class    = "db.t4g.medium"
  storage_encrypted = var.encrypted # want `undecided: storage of instance "orders"`
}

resource "aws_db_instance" "restored" {
  instance_class      = "db.t4g.medium"
  snapshot_identifier = "before-the-move" # want `undecided: whether "restored" is encrypted`
}

resource "aws_db_instance" "none" {
  count          = 0
  instance_class = "db.t4g.medium"
}
