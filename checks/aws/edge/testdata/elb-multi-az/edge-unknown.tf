variable "subnets" {}

resource "aws_lb" "list" { # want `undecided: .*stands in one subnet`
  name    = "list"
  subnets = var.subnets
}

resource "aws_lb" "mappings" { # want `undecided: .*stands in one subnet`
  name = "mappings"

  dynamic "subnet_mapping" {
    for_each = var.subnets
    content {
      subnet_id = subnet_mapping.value
    }
  }
}

resource "aws_lb" "two" {
  name = "two"

  subnet_mapping {
    subnet_id = "subnet-0a1b2c3da"
  }
  subnet_mapping {
    subnet_id = "subnet-0a1b2c3db"
  }
}
