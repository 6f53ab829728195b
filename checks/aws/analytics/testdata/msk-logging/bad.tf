resource "aws_msk_cluster" "events" { # want `brokers of cluster "events" log to nowhere`
  cluster_name           = "events"
  kafka_version          = "3.9.x"
  number_of_broker_nodes = 3
}
