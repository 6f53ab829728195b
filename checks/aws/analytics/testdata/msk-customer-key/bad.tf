resource "aws_msk_cluster" "events" { # want `cluster "events" has no key of yours`
  cluster_name           = "events"
  kafka_version          = "3.9.x"
  number_of_broker_nodes = 3
}
