resource "aws_s3_bucket_policy" "shop" {
  bucket = "shop"
  policy = jsonencode({
    Statement = [
      { Effect = "Deny", Principal = "*", Action = ["s3:DeleteObject"], Resource = "arn:aws:s3:::shop/*" },
      {
        Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "*",
        Condition = { StringNotEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }
      },
      { Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::shop/frozen/*" },
    ]
  })
}
