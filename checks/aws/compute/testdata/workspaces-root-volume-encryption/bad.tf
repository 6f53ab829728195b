resource "aws_workspaces_workspace" "anna" { # want `WorkSpace "anna" leaves its root volume unencrypted`
  directory_id                   = "d-0123456789"
  bundle_id                      = "wsb-bh8rsxt14"
  user_name                      = "anna"
  user_volume_encryption_enabled = true
  volume_encryption_key          = "alias/aws/workspaces"
}
