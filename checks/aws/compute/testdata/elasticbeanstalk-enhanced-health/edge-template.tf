variable "settings" {
  type = list(object({ namespace = string, name = string, value = string }))
}

resource "aws_elastic_beanstalk_configuration_template" "shop" {
  name        = "shop"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:healthreporting:system"
    name      = "SystemType"
    value     = "enhanced"
  }
}

resource "aws_elastic_beanstalk_environment" "inherits" {
  name          = "shop"
  application   = "shop"
  template_name = aws_elastic_beanstalk_configuration_template.shop.name
}

resource "aws_elastic_beanstalk_environment" "overrides" { # want `environment "overrides" has no`
  name          = "shop"
  application   = "shop"
  template_name = aws_elastic_beanstalk_configuration_template.shop.name

  setting {
    namespace = "aws:elasticbeanstalk:healthreporting:system"
    name      = "SystemType"
    value     = "basic"
  }
}

resource "aws_elastic_beanstalk_environment" "dynamic" { # want `undecided: environment "dynamic"`
  name        = "shop"
  application = "shop"

  dynamic "setting" {
    for_each = var.settings
    content {
      namespace = setting.value.namespace
      name      = setting.value.name
      value     = setting.value.value
    }
  }
}

# A template that is not in the code, and none.
resource "aws_elastic_beanstalk_environment" "elsewhere" { # want `undecided: environment "elsewhere"`
  name          = "elsewhere"
  application   = "shop"
  template_name = "made-by-hand"
}

resource "aws_elastic_beanstalk_environment" "none" { # want `environment "none" has no`
  name          = "none"
  application   = "shop"
  template_name = ""
}
