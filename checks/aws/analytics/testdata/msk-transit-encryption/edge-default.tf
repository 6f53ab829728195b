variable "mode" {}

resource "aws_msk_cluster" "default" {
  cluster_name = "default"
}

resource "aws_msk_cluster" "unknown" {
  cluster_name = "unknown"
  encryption_info {
    encryption_in_transit {
      client_broker = var.mode # want `undecided: cluster "unknown" talks to clients`
    }
  }
}
