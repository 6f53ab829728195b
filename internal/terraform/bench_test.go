package terraform_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"merlon/internal/terraform"
)

// webModule is one module of the benchmark: a dozen resources of the kinds
// that web estates are made of.
const webModule = `
variable "name" { type = string }
variable "cidrs" {
  type    = list(string)
  default = ["10.0.0.0/8"]
}
locals {
  prefix = "${var.name}-prod"
  tags   = { Team = "web", Name = local.prefix }
  ports  = [80, 443]
}
resource "aws_security_group" "web" {
  name        = "${local.prefix}-web"
  description = "web tier"
  dynamic "ingress" {
    for_each = local.ports
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = var.cidrs
    }
  }
  tags = merge(local.tags, { Tier = "web" })
}
resource "aws_security_group_rule" "ssh" {
  count             = 3
  type              = "ingress"
  from_port         = 22 + count.index
  to_port           = 22
  protocol          = "tcp"
  cidr_blocks       = var.cidrs
  security_group_id = aws_security_group.web.id
}
resource "aws_s3_bucket" "data" {
  for_each = toset(["a", "b"])
  bucket   = "${local.prefix}-${each.key}"
  tags     = local.tags
}
resource "aws_s3_bucket_public_access_block" "data" {
  for_each                = aws_s3_bucket.data
  bucket                  = each.value.id
  block_public_acls       = true
  restrict_public_buckets = true
}
data "aws_iam_policy_document" "read" {
  statement {
    actions   = ["s3:GetObject"]
    resources = [for b in aws_s3_bucket.data : "${b.arn}/*"]
  }
}
resource "aws_iam_policy" "read" {
  name   = "${local.prefix}-read"
  policy = data.aws_iam_policy_document.read.json
}
output "buckets" { value = { for k, b in aws_s3_bucket.data : k => b.arn } }
`

func writeEstate(tb testing.TB, modules int) string {
	tb.Helper()
	dir := tb.TempDir()
	var root strings.Builder
	root.WriteString("provider \"aws\" {\n  region = \"eu-west-1\"\n}\n")
	for i := range modules {
		m := filepath.Join(dir, "modules", fmt.Sprintf("m%03d", i))
		if err := os.MkdirAll(m, 0o755); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(m, "main.tf"), []byte(webModule), 0o644); err != nil {
			tb.Fatal(err)
		}
		fmt.Fprintf(&root, "module \"m%03d\" {\n  source = \"./modules/m%03d\"\n  name = \"m%03d\"\n}\n", i, i, i)
	}
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(root.String()), 0o644); err != nil {
		tb.Fatal(err)
	}
	return dir
}

// BenchmarkLoad reads and evaluates estates of growing size; ns/instance
// should not grow with it.
func BenchmarkLoad(b *testing.B) {
	for _, modules := range []int{2, 20, 200} {
		b.Run(fmt.Sprintf("modules=%d", modules), func(b *testing.B) {
			dir := writeEstate(b, modules)
			b.ReportAllocs()
			n := 0
			for b.Loop() {
				e, err := terraform.Load(b.Context(), dir, terraform.Options{Project: dir})
				if err != nil {
					b.Fatal(err)
				}
				n = len(e.Resources())
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/instance")
		})
	}
}
