variable "internet" {}

resource "aws_sagemaker_notebook_instance" "unknown" {
  name                   = "unknown"
  direct_internet_access = var.internet # want `undecided: notebook "unknown" is given`
}
