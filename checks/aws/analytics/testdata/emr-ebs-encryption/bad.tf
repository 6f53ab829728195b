resource "aws_emr_security_configuration" "spark" {
  name = "spark"
  configuration = jsonencode({ # want `security configuration "spark" does not demand EBS encryption`
    EncryptionConfiguration = {
      EnableInTransitEncryption = false
      EnableAtRestEncryption    = true
      AtRestEncryptionConfiguration = {
        LocalDiskEncryptionConfiguration = {
          EncryptionKeyProviderType = "AwsKms"
          AwsKmsKey                 = "arn:aws:kms:eu-central-1:111122223333:alias/emr"
        }
      }
    }
  })
}
