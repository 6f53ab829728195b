resource "aws_kms_key" "data" {}

# A key without the switch encrypts nothing.
resource "aws_ebs_volume" "off" {
  availability_zone = "eu-west-1a"
  size              = 10
  encrypted         = false # want `volume "off" is tagged phi and has no customer-managed key`
  kms_key_id        = aws_kms_key.data.arn
  tags              = { data-classification = "phi" }
}

resource "aws_ecr_repository" "off" {
  name = "off"
  tags = { data-classification = "secret" }
  encryption_configuration {
    encryption_type = "AES256" # want `image repository "off" is tagged secret and has no customer-managed key`
  }
}
