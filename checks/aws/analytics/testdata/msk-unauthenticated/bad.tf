resource "aws_msk_cluster" "events" {
  cluster_name           = "events"
  kafka_version          = "3.9.x"
  number_of_broker_nodes = 3
  client_authentication {
    unauthenticated = true # want `cluster "events" lets clients in without authentication`
    sasl {
      iam = true
    }
  }
}
