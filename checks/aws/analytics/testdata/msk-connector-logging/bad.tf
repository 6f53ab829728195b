resource "aws_mskconnect_connector" "archive" { # want `connector "archive" logs to nowhere`
  name                 = "archive"
  kafkaconnect_version = "2.7.1"
}
