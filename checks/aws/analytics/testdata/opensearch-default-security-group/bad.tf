resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"
  vpc_options { # want `domain "logs" has no security group of its own`
    subnet_ids = ["subnet-0123456789abcdef0"]
  }
}

resource "aws_default_security_group" "default" {
  vpc_id = "vpc-0123456789abcdef0"
}

resource "aws_opensearch_domain" "shared" {
  domain_name = "shared"
  vpc_options {
    subnet_ids         = ["subnet-0123456789abcdef0"]
    security_group_ids = [aws_default_security_group.default.id] # want `domain "shared" uses the default security group`
  }
}
