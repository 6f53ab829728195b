resource "aws_kms_key" "door" {
  enable_key_rotation = true
}

resource "aws_kinesis_video_stream" "door" {
  name       = "door"
  kms_key_id = aws_kms_key.door.id
}
