variable "cidrs" {}
variable "public" {}

resource "aws_eks_cluster" "halves" {
  name = "halves"
  vpc_config {
    public_access_cidrs = ["0.0.0.0/1", "128.0.0.0/1"] # want `the API of cluster "halves"`
  }
}

resource "aws_eks_cluster" "unknown" {
  name = "unknown"
  vpc_config {
    public_access_cidrs = var.cidrs # want `undecided: the API of cluster "unknown"`
  }
}

resource "aws_eks_cluster" "some_unknown" {
  name = "some-unknown"
  vpc_config {
    public_access_cidrs = concat(["0.0.0.0/0"], [var.cidrs]) # want `the API of cluster "some_unknown"`
  }
}

resource "aws_eks_cluster" "may_be_private" {
  name = "may-be-private"
  vpc_config { # want `undecided: the API of cluster "may_be_private"`
    endpoint_public_access = var.public
  }
}
