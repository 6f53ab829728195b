resource "random_password" "share" {
  length = 32
}

resource "aws_datasync_location_smb" "share" {
  server_hostname = "share.example.com"
  subdirectory    = "/share"
  user            = "datasync"
  password        = random_password.share.result
}

resource "aws_datasync_location_smb" "literal" {
  server_hostname = "share.example.com"
  subdirectory    = "/share"
  user            = "datasync"
  password        = "correct-horse-battery" # want `secret of location "literal" is in the code$`
}

resource "aws_datasync_location_azure_blob" "literal" {
  container_url       = "https://example.blob.core.windows.net/files"
  authentication_type = "SAS"

  sas_configuration {
    token = "sp=r&st=2026-01-01" # want `secret of location "literal" is in the code$`
  }
}
