resource "aws_lb" "shop" { # want `load balancer "shop" has no web ACL`
  name    = "shop"
  subnets = ["subnet-0a1b2c3d", "subnet-4e5f6a7b"]
}

resource "aws_appsync_graphql_api" "shop" { # want `API "shop" has no web ACL`
  name                = "shop"
  authentication_type = "AWS_IAM"
}
