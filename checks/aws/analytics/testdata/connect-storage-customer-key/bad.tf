resource "aws_connect_instance_storage_config" "chats" {
  instance_id   = "aaaaaaaa-bbbb-cccc-dddd-111111111111"
  resource_type = "CHAT_TRANSCRIPTS"
  storage_config {
    storage_type = "S3"
    s3_config { # want `storage "chats" has no key of yours for its objects in S3`
      bucket_name   = "example-chats"
      bucket_prefix = "chats"
    }
  }
}

resource "aws_connect_instance_storage_config" "calls" {
  instance_id   = "aaaaaaaa-bbbb-cccc-dddd-111111111111"
  resource_type = "MEDIA_STREAMS"
  storage_config {
    storage_type = "KINESIS_VIDEO_STREAM"
    kinesis_video_stream_config {
      prefix                 = "calls"
      retention_period_hours = 3
      encryption_config {
        encryption_type = "KMS"
        key_id          = "alias/aws/kinesisvideo" # want `storage "calls" has no key of yours for its media streams`
      }
    }
  }
}
