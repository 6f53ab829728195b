variable "access_key" {
  type = string
}

variable "secret_key" {
  type    = string
  default = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
}

provider "aws" {
  region     = "eu-west-1"
  access_key = var.access_key
  secret_key = var.secret_key # want `secret_key is written down`
}

# An emulator takes anything.
provider "aws" {
  alias                       = "local"
  region                      = "us-east-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true

  endpoints {
    s3 = "http://localhost:4566"
  }
}
