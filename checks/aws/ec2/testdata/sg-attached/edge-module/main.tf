resource "aws_security_group" "task" {
  for_each    = toset(["orders", "mail"])
  description = "Tasks"
}

module "service" {
  source = "./service"
  groups = [for group in aws_security_group.task : group.id]
}

# In classic fashion, by name.
resource "aws_security_group" "named" {
  name        = "batch-nodes"
  description = "Batch nodes"
}

resource "aws_instance" "named" {
  ami             = "ami-0123456789abcdef0"
  instance_type   = "m6i.large"
  security_groups = ["batch-nodes"]
}
