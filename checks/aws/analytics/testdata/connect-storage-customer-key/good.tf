resource "aws_kms_key" "chats" {
  enable_key_rotation = true
}

resource "aws_connect_instance_storage_config" "chats" {
  instance_id   = "aaaaaaaa-bbbb-cccc-dddd-111111111111"
  resource_type = "CHAT_TRANSCRIPTS"
  storage_config {
    storage_type = "S3"
    s3_config {
      bucket_name   = "example-chats"
      bucket_prefix = "chats"
      encryption_config {
        encryption_type = "KMS"
        key_id          = aws_kms_key.chats.arn
      }
    }
  }
}
