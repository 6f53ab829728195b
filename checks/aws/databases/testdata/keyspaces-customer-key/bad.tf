resource "aws_keyspaces_table" "events" { # want `table "events" names no customer-managed key`
  keyspace_name = "telemetry"
  table_name    = "events"
}
