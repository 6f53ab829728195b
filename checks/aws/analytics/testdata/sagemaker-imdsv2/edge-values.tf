variable "version_of_imds" {}

resource "aws_sagemaker_notebook_instance" "number" {
  name = "number"
  instance_metadata_service_configuration {
    minimum_instance_metadata_service_version = 2
  }
}

resource "aws_sagemaker_notebook_instance" "unknown" {
  name = "unknown"
  instance_metadata_service_configuration {
    minimum_instance_metadata_service_version = var.version_of_imds # want `undecided: notebook "unknown"`
  }
}
