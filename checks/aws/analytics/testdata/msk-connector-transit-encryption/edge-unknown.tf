variable "type" {}

resource "aws_mskconnect_connector" "archive" {
  name                 = "archive"
  kafkaconnect_version = "2.7.1"

  kafka_cluster_encryption_in_transit {
    encryption_type = var.type # want `undecided: .*in clear`
  }
}
