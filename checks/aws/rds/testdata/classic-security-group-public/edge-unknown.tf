variable "cidr" {
  type = string
}

resource "aws_db_security_group" "shop" {
  name = "shop"

  ingress {
    cidr = var.cidr # want `undecided: ingress`
  }
  ingress {
    security_group_name = "web"
  }
}
