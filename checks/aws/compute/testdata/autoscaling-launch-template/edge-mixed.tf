resource "aws_autoscaling_group" "mixed" {
  max_size = 4
  min_size = 2

  mixed_instances_policy {
    launch_template {
      launch_template_specification {
        launch_template_name = "web"
      }
    }
  }
}
