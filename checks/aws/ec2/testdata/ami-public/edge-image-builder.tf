resource "aws_imagebuilder_distribution_configuration" "public" {
  name = "public"

  distribution {
    region = "eu-west-1"

    ami_distribution_configuration {
      name = "base-{{ imagebuilder:buildDate }}"

      launch_permission {
        user_groups = ["all"] # want `distribution configuration "public" shares its images with everyone`
      }
    }
  }
}

resource "aws_imagebuilder_distribution_configuration" "accounts" {
  name = "accounts"

  distribution {
    region = "eu-west-1"

    ami_distribution_configuration {
      name = "base-{{ imagebuilder:buildDate }}"

      launch_permission {
        user_ids = ["123456789012"]
      }
    }
  }
}
