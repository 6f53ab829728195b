resource "aws_emr_cluster" "spark" {
  name          = "spark"
  release_label = "emr-7.9.0"
  service_role  = "emr"
  kerberos_attributes {
    kdc_admin_password = var.kdc_password
    realm              = "" # want `cluster "spark" names no Kerberos realm`
  }
}

variable "kdc_password" {
  sensitive = true
}
