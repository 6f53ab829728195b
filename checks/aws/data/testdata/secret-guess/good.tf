resource "aws_ssm_parameter" "client" {
  name  = "/client"
  type  = "String"
  value = "none"
  tags = {
    client_name = "shop"
    access_mode = "arn:aws:iam::111122223333:role/shop-4b1d"
  }
}
