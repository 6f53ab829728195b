resource "aws_workspaces_workspace" "anna" {
  directory_id                   = "d-0123456789"
  bundle_id                      = "wsb-bh8rsxt14"
  user_name                      = "anna"
  user_volume_encryption_enabled = false # want `WorkSpace "anna" leaves its user volume unencrypted`
}
