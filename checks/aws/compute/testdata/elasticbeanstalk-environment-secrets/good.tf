resource "aws_elastic_beanstalk_environment" "shop" {
  name        = "shop"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:application:environmentsecrets"
    name      = "DB_PASSWORD"
    value     = aws_secretsmanager_secret.db.arn
  }
  setting {
    namespace = "aws:elasticbeanstalk:application:environment"
    name      = "LOG_LEVEL"
    value     = "info"
  }
}

resource "aws_secretsmanager_secret" "db" {
  name = "shop/db"
}
