resource "aws_kms_key" "images" {
  enable_key_rotation = true
}

resource "aws_imagebuilder_component" "agent" {
  name       = "agent"
  platform   = "Linux"
  version    = "1.0.0"
  uri        = "s3://components/agent.yaml"
  kms_key_id = aws_kms_key.images.arn
}

resource "aws_imagebuilder_distribution_configuration" "all" {
  name = "all"

  distribution {
    region = "eu-west-1"
    ami_distribution_configuration {
      name       = "base-{{ imagebuilder:buildDate }}"
      kms_key_id = aws_kms_key.images.arn
    }
  }
}
