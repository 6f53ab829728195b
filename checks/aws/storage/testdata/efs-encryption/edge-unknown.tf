variable "encrypted" {
  type = bool
}

resource "aws_efs_file_system" "unknown" {
  encrypted = var.encrypted # want `undecided: file system "unknown" is not encrypted`
}
