resource "aws_kinesis_video_stream" "door" { # want `video stream "door" has no key of yours`
  name = "door"
}
