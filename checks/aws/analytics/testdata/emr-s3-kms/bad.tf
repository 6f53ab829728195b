resource "aws_emr_security_configuration" "spark" {
  name = "spark"
  configuration = jsonencode({ # want `security configuration "spark" does not use KMS for S3`
    EncryptionConfiguration = {
      EnableInTransitEncryption = false
      EnableAtRestEncryption    = true
      AtRestEncryptionConfiguration = {
        S3EncryptionConfiguration = { EncryptionMode = "SSE-S3" }
      }
    }
  })
}
