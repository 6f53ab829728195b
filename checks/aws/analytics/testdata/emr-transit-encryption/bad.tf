resource "aws_emr_security_configuration" "spark" {
  name = "spark"
  configuration = jsonencode({ # want `security configuration "spark" does not encrypt in transit`
    EncryptionConfiguration = {
      EnableAtRestEncryption    = false
      EnableInTransitEncryption = false
    }
  })
}
