resource "aws_elastic_beanstalk_environment" "shop" {
  name        = "shop"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:application:environment"
    name      = "DB_PASSWORD"
    value     = "vK7#pQ2xLw9Zr4" # want `property DB_PASSWORD of environment "shop" contains a secret`
  }
  setting {
    namespace = "aws:elasticbeanstalk:application:environment"
    name      = "API_TOKEN"
    value     = random_password.token.result # want `property API_TOKEN of environment "shop" spells out result of random_password.token`
  }
}

resource "random_password" "token" {
  length = 40
}
