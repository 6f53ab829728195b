variable "deployment" {}

resource "aws_fsx_openzfs_file_system" "home" {
  storage_capacity    = 64
  subnet_ids          = ["subnet-0a1b2c3da"]
  deployment_type     = var.deployment # want `undecided: .*stands in one`
  throughput_capacity = 160
}
