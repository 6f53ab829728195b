variable "tags" {
  type = map(string)
}

resource "aws_efs_file_system" "this" {
  encrypted = false # want `file system "this" is tagged confidential and has no customer-managed key`
  tags      = merge({ Name = "this" }, var.tags)
}
