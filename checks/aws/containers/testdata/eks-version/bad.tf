resource "aws_eks_cluster" "main" {
  name     = "main"
  version  = "1.27" # want `version 1.27 of "main" is not supported any more`
  role_arn = "arn:aws:iam::111122223333:role/eks"
  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }
}
