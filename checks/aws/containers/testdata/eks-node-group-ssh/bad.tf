resource "aws_eks_node_group" "workers" {
  cluster_name  = "main"
  node_role_arn = "arn:aws:iam::111122223333:role/node"
  subnet_ids    = ["subnet-0123456789abcdef0"]
  remote_access { # want `node group "workers" opens SSH to the internet`
    ec2_ssh_key = "ops"
  }
  scaling_config {
    desired_size = 1
    max_size     = 1
    min_size     = 1
  }
}
