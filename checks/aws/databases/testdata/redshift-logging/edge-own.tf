variable "log" {
  type = bool
}

resource "aws_redshift_cluster" "own" {
  cluster_identifier = "own"

  logging {
    enable = true
  }
}

resource "aws_redshift_cluster" "off" { # want `cluster "off" keeps no audit logs`
  cluster_identifier = "off"

  logging {
    enable = false
  }
}

resource "aws_redshift_cluster" "unknown" { # want `undecided: cluster "unknown" keeps no audit logs`
  cluster_identifier = "unknown"

  logging {
    enable = var.log
  }
}
