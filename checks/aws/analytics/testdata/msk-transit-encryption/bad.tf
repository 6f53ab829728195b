resource "aws_msk_cluster" "events" {
  cluster_name           = "events"
  kafka_version          = "3.9.x"
  number_of_broker_nodes = 3
  encryption_info {
    encryption_in_transit {
      client_broker = "TLS_PLAINTEXT" # want `cluster "events" talks to clients in clear`
      in_cluster    = false           # want `cluster "events" copies data between brokers in clear`
    }
  }
}
