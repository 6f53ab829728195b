resource "aws_msk_cluster" "events" { # want `cluster "events" does not say how it is encrypted`
  cluster_name           = "events"
  kafka_version          = "3.9.x"
  number_of_broker_nodes = 3
}
