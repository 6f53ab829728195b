resource "aws_eks_cluster" "main" { # want `secrets of cluster "main" are not encrypted with a key of yours`
  name     = "main"
  role_arn = "arn:aws:iam::111122223333:role/eks"
  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }
}
