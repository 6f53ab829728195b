resource "aws_ebs_encryption_by_default" "main" {
  enabled = false # want "EBS encryption by default is turned off"
}
