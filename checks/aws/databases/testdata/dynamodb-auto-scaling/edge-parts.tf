variable "mode" {
  type = string
}

# A target without a policy scales nothing.
resource "aws_dynamodb_table" "half" { # want `table "half" has a fixed capacity`
  name = "half"
}

resource "aws_appautoscaling_target" "half" {
  resource_id        = "table/${aws_dynamodb_table.half.id}"
  service_namespace  = "dynamodb"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  min_capacity       = 10
  max_capacity       = 100
}

resource "aws_dynamodb_table" "literal" {
  name = "literal"
}

resource "aws_appautoscaling_target" "literal" {
  resource_id        = "table/literal"
  service_namespace  = "dynamodb"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  min_capacity       = 10
  max_capacity       = 100
}

resource "aws_appautoscaling_policy" "literal" {
  name               = "literal"
  resource_id        = "table/literal"
  service_namespace  = "dynamodb"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
}

resource "aws_dynamodb_table" "unknown" {
  name         = "unknown"
  billing_mode = var.mode # want `undecided: table "unknown" has a fixed capacity`
}
