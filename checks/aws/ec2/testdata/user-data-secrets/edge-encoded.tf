resource "aws_launch_template" "main" {
  image_id  = "ami-0123456789abcdef0"
  user_data = base64encode("export AWS_ACCESS_KEY_ID=AKIAQ3EGUXRB7XW5LZ2M") # want "user_data contains a secret"
}

resource "aws_instance" "main" {
  user_data_base64 = base64encode("echo hello")
}

# A secret beside something that is not known yet.
resource "aws_instance" "partly" {
  user_data = "export NODE=${aws_instance.main.private_ip} AWS_ACCESS_KEY_ID=AKIAQ3EGUXRB7XW5LZ2M" # want "user_data contains a secret"
}

resource "aws_instance" "unknown" {
  user_data = "join ${aws_instance.main.private_ip}" # want "undecided: parts of user_data are not known"
}
