resource "aws_instance" "main" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "m6i.large"
  iam_instance_profile = "orders"
  user_data            = <<-EOT
    #!/bin/sh
    aws secretsmanager get-secret-value --secret-id orders/database
  EOT
}
