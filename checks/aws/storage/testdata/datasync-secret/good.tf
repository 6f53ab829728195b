variable "secret" {
  type      = string
  sensitive = true
}

resource "aws_datasync_location_object_storage" "old" {
  agent_arns      = ["arn:aws:datasync:eu-west-1:123456789012:agent/agent-0a1b2c3d"]
  server_hostname = "storage.example.com"
  bucket_name     = "old"
  access_key      = "datasync"
  secret_key      = var.secret
}
