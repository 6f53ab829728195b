resource "aws_instance" "main" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.large"
  user_data = join("\n", [ # want "user_data contains a secret"
    "#!/bin/sh",
    "export AWS_ACCESS_KEY_ID=AKIAQ3EGUXRB7XW5LZ2M",
    "export AWS_SECRET_ACCESS_KEY=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",
  ])
}
