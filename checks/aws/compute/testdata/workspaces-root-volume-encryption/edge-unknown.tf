variable "encrypt" {
  type = bool
}

resource "aws_workspaces_workspace" "all" {
  for_each = toset(["anna", "ben"])

  directory_id                   = "d-0123456789"
  bundle_id                      = "wsb-bh8rsxt14"
  user_name                      = each.key
  root_volume_encryption_enabled = var.encrypt # want `undecided: WorkSpace "all"` `undecided: WorkSpace "all"`
}
