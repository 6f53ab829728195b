resource "aws_emr_security_configuration" "spark" {
  name = "spark"
  configuration = jsonencode({ # want `security configuration "spark" leaves local disks unencrypted`
    EncryptionConfiguration = {
      EnableInTransitEncryption = false
      EnableAtRestEncryption    = true
      AtRestEncryptionConfiguration = {
        S3EncryptionConfiguration = { EncryptionMode = "SSE-S3" }
      }
    }
  })
}
