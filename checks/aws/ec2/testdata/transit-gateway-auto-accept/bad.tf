resource "aws_ec2_transit_gateway" "hub" {
  auto_accept_shared_attachments = "enable" # want `transit gateway "hub" accepts attachments by itself`
}
