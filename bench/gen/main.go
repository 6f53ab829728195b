// Command gen writes a Terraform estate of any size for benchmarks: one root
// that calls N modules, or N roots. The same arguments give the same files.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// file is one file of a module; each module has several, numbered.
const file = `
resource "aws_security_group" "web_%[1]d" {
  name        = "${var.name}-web-%[1]d"
  description = "web tier"
  vpc_id      = var.vpc_id

  dynamic "ingress" {
    for_each = local.ports
    content {
      description = "web"
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = var.cidrs
    }
  }
  tags = merge(local.tags, { Tier = "web" })
}

resource "aws_security_group_rule" "ssh_%[1]d" {
  count             = 3
  type              = "ingress"
  from_port         = 22
  to_port           = 22
  protocol          = "tcp"
  cidr_blocks       = count.index == 0 ? ["0.0.0.0/0"] : var.cidrs
  security_group_id = aws_security_group.web_%[1]d.id
}

resource "aws_s3_bucket" "data_%[1]d" {
  for_each = toset(["a", "b"])
  bucket   = "${local.prefix}-${each.key}-%[1]d"
  tags     = local.tags
}

resource "aws_s3_bucket_public_access_block" "data_%[1]d" {
  for_each                = aws_s3_bucket.data_%[1]d
  bucket                  = each.value.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

data "aws_iam_policy_document" "read_%[1]d" {
  statement {
    actions   = ["s3:GetObject"]
    resources = [for b in aws_s3_bucket.data_%[1]d : "${b.arn}/*"]
  }
}

resource "aws_iam_policy" "read_%[1]d" {
  name   = "${local.prefix}-read-%[1]d"
  policy = data.aws_iam_policy_document.read_%[1]d.json
}

resource "aws_db_instance" "db_%[1]d" {
  identifier                  = "${local.prefix}-db-%[1]d"
  engine                      = "postgres"
  instance_class              = "db.t4g.small"
  username                    = "shop"
  manage_master_user_password = true
  storage_encrypted           = var.encrypted
  vpc_security_group_ids      = [aws_security_group.web_%[1]d.id]
}

resource "aws_cloudwatch_log_group" "app_%[1]d" {
  name              = "/${var.name}/app/%[1]d"
  retention_in_days = lookup({ prod = 365 }, var.stage, null)
}
`

const variables = `variable "name" { %s }
variable "vpc_id" { default = "vpc-0123456789abcdef0" }
variable "stage" { default = "prod" }
variable "encrypted" { default = true }
variable "cidrs" {
  type    = list(string)
  default = ["10.0.0.0/8"]
}
locals {
  prefix = "${var.name}-${var.stage}"
  ports  = [80, 443]
  tags   = { Team = "web", Name = local.prefix }
}
`

func main() {
	modules := flag.Int("modules", 200, "how many modules, or roots")
	files := flag.Int("files", 10, "how many files each of them has")
	roots := flag.Bool("roots", false, "write independent roots instead of modules of one root")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: gen [-modules N] [-files N] [-roots] DIR")
		os.Exit(2)
	}
	if err := generate(flag.Arg(0), *modules, *files, *roots); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func generate(dir string, modules, files int, roots bool) error {
	root := "provider \"aws\" {\n  region = \"eu-west-1\"\n}\n"
	var main strings.Builder
	main.WriteString(root)
	for i := range modules {
		name := fmt.Sprintf("m%03d", i)
		at, head := filepath.Join(dir, "modules", name), fmt.Sprintf(variables, "type = string")
		if roots {
			at, head = filepath.Join(dir, name), root+fmt.Sprintf(variables, fmt.Sprintf("default = %q", name))
		}
		if err := os.MkdirAll(at, 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(at, "variables.tf"), []byte(head), 0o644); err != nil {
			return err
		}
		for f := range files {
			if err := os.WriteFile(filepath.Join(at, fmt.Sprintf("f%02d.tf", f)), fmt.Appendf(nil, file, f), 0o644); err != nil {
				return err
			}
		}
		fmt.Fprintf(&main, "module %q {\n  source = \"./modules/%s\"\n  name   = %q\n}\n", name, name, name)
	}
	if roots {
		return nil
	}
	return os.WriteFile(filepath.Join(dir, "main.tf"), []byte(main.String()), 0o644)
}
