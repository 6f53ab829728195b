variable "db_password" {}
variable "stage" {}

resource "random_password" "db" {
  length = 20
}

resource "aws_ecs_task_definition" "generated" {
  family = "generated"
  container_definitions = jsonencode([{ # want `task "generated" spells out result of random_password.db` `undecided: environment variable "DB_PASSWORD"`
    name        = "a"
    image       = "a:1"
    environment = [{ name = "DB_PASSWORD", value = random_password.db.result }]
  }])
}

resource "aws_ecs_task_definition" "given" {
  family = "given"
  container_definitions = jsonencode([{ # want `undecided: environment variable "DB_PASSWORD" of container "a"`
    name        = "a"
    image       = "a:1"
    environment = [{ name = "DB_PASSWORD", value = var.db_password }, { name = "STAGE", value = var.stage }]
  }])
}

resource "aws_ecs_task_definition" "command" {
  family = "command"
  container_definitions = jsonencode([{ # want `command of container "a" in task "command" contains a secret`
    name    = "a"
    image   = "a:1"
    command = ["sh", "-c", "AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzMPLEKYyy run"]
  }])
}

resource "aws_ecs_task_definition" "paths" {
  family = "paths"
  container_definitions = jsonencode([{
    name  = "a"
    image = "a:1"
    environment = [
      { name = "DB_PASSWORD_FILE", value = "/run/secrets/db" },
      { name = "SECRET_NAME", value = "shop/database" },
      { name = "TOKEN_URL", value = "https://login.example.com/token" },
    ]
  }])
}
