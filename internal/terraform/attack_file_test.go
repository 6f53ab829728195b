package terraform_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// cycleAttacks refer to themselves, one way or another.
func cycleAttacks() []attack {
	return []attack{
		tf("cycle/local", "refers to itself", `locals {
  a = local.b
  b = local.a
}
output "o" { value = local.a }`),
		tf("cycle/local alone", "refers to itself", `locals { a = "x${local.a}" }
output "o" { value = local.a }`),
		tf("cycle/resource", "refers to itself", `resource "aws_sqs_queue" "a" { name = aws_sqs_queue.b.name }
resource "aws_sqs_queue" "b" { name = aws_sqs_queue.a.name }`),
		tf("cycle/resource itself", "refers to itself", `resource "aws_sqs_queue" "a" { name = aws_sqs_queue.a.name }`),
		tf("cycle/count", "refers to itself", `resource "aws_sqs_queue" "a" { count = length(aws_sqs_queue.a) }`),
		tf("cycle/for_each", "refers to itself", `resource "aws_sqs_queue" "a" { for_each = aws_sqs_queue.b }
resource "aws_sqs_queue" "b" { for_each = aws_sqs_queue.a }`),
		tf("cycle/dynamic", "refers to itself", `resource "aws_security_group" "a" { 
  dynamic "ingress" {
    for_each = aws_security_group.a.ingress
    content { from_port = ingress.value.from_port }
  }
}`),
		tf("cycle/provider", "refers to itself", `provider "aws" { region = aws_sqs_queue.a.name }
resource "aws_sqs_queue" "a" { name = data.aws_region.r.name }
data "aws_region" "r" {}`),
		tf("cycle/data", "refers to itself", `data "aws_iam_policy_document" "a" { source_policy_documents = [data.aws_iam_policy_document.a.json] }`),
		tf("cycle/tags_all", "refers to itself", `resource "aws_sqs_queue" "a" { tags = aws_sqs_queue.a.tags_all }`),
		tf("cycle/module itself", "calls itself", `module "m" { source = "./" }`),
		tf("cycle/module dot", "calls itself", `module "m" { source = "." }`),
		{"cycle/modules", func(t *testing.T, dir string) {
			t.Helper()
			put(t, filepath.Join(dir, "main.tf"), `module "m" { source = "./a" }`)
			put(t, filepath.Join(dir, "a", "main.tf"), `module "m" { source = "../b" }`)
			put(t, filepath.Join(dir, "b", "main.tf"), `module "m" { source = "../a" }`)
		}, "calls itself"},
		{"cycle/through a module", func(t *testing.T, dir string) {
			t.Helper()
			put(t, filepath.Join(dir, "main.tf"), "module \"m\" {\n  source = \"./a\"\n  v = module.m.o\n}\noutput \"o\" { value = module.m.o }\n")
			put(t, filepath.Join(dir, "a", "main.tf"), "variable \"v\" {}\noutput \"o\" { value = var.v }\n")
		}, "refers to itself"},
		{"cycle/two modules", func(t *testing.T, dir string) {
			t.Helper()
			put(t, filepath.Join(dir, "main.tf"), "module \"m\" {\n  source = \"./a\"\n  v = module.n.o\n}\nmodule \"n\" {\n  source = \"./a\"\n  v = module.m.o\n}\n")
			put(t, filepath.Join(dir, "a", "main.tf"), "variable \"v\" {}\noutput \"o\" { value = var.v }\nresource \"aws_sqs_queue\" \"q\" { name = var.v }\n")
		}, "refers to itself"},
		{"cycle/module count", func(t *testing.T, dir string) {
			t.Helper()
			put(t, filepath.Join(dir, "main.tf"), "module \"m\" {\n  source = \"./a\"\n  count = length(module.m)\n}\n")
			put(t, filepath.Join(dir, "a", "main.tf"), "output \"o\" { value = 1 }\n")
		}, "refers to itself"},
	}
}

// textAttacks are bytes that are no configuration.
func textAttacks() []attack {
	r := strings.Repeat
	text := func(name, gap, text string) attack { return tf("text/"+name, gap, text) }
	return []attack{
		text("invalid UTF-8", "UTF-8", "locals { a = \"\xff\xfe\" }"),
		text("UTF-16", "UTF-8", "\xff\xfel\x00o\x00c\x00a\x00l\x00s\x00"),
		text("BOM", "-", "\xef\xbb\xbflocals { a = 1 }\n"),
		text("NUL", "", "locals { a = \"\x00\" }\x00\x00"),
		text("NULs", "", r("\x00", 1<<20)),
		text("carriage returns", "-", "locals {\r\n  a = <<E\r\nx\r\nE\r\n}\r\n"),
		text("long line", "-", "locals { a = \""+r("a", 3<<20)+"\" }\noutput \"o\" { value = local.a }"),
		text("long line of attributes", "-", r("a = 1 ", 100_000)),
		text("many errors", "", r("}{", 200_000)),
		text("many lines", "", r("\n", 3<<20)),
		text("many comments", "-", r("# merlon:ignore x\n", 100_000)),
		text("many quotes", "", r("\"", 1<<20)),
		text("many templates", "", r("${", 1<<19)),
		text("many heredocs", "", r("a = <<E\n", 100_000)),
		text("many blocks", "-", r("a \"b\" {}\n", 100_000)),
		text("many resources of one name", "declared twice", r("resource \"aws_sqs_queue\" \"a\" {}\n", 50_000)),
		text("many labels", "", "resource "+r("\"a\" ", 100_000)+"{}\n"),
		text("unicode names", "-", "locals { \u00e9t\u00e9 = 1\n  \u540d\u524d = local.\u00e9t\u00e9 }\noutput \"\u540d\" { value = local.\u540d\u524d }\nresource \"aws_sqs_queue\" \"\u540d\" { name = \"\u202e\u0000x\" }"),
		text("odd names", "-", "resource \"aws_sqs_queue\" \"a.b[0]\" {}\nresource \"\" \"\" {}\nmodule \"../x\" { source = \"./y\" }\nvariable \"\" {}\noutput \"\" {}\nprovider \"\" {}\n"),
		text("odd bodies", "-", "resource \"aws_sqs_queue\" \"a\" {\n  count = null\n  provider = 1\n  depends_on = 2\n  dynamic {}\n  dynamic \"x\" {}\n  lifecycle = 1\n}\nmodule \"m\" {\n  source = 1\n  providers = 3\n}\nmodule \"n\" {}\nprovider \"aws\" {\n  alias = 4\n  default_tags = 5\n}\nmoved {\n  from = 1\n  to = \"x\"\n}\nvariable \"v\" {\n  type = 7\n  default = v\n  nullable = v\n}\noutput \"o\" {}\ncheck {}\ndata {}\nlocals = 1\n"),
		text("odd references", "", "output \"o\" { value = [each.value, count.index, self.x, path.x, terraform.x, module, var, local, data, data.x, module.x.y, resource.x, a[0], each, count, path] }\n"),
		text("odd references alone", "", "output \"a\" { value = each }\noutput \"b\" { value = count }\noutput \"c\" { value = path }\noutput \"d\" { value = terraform }\noutput \"e\" { value = var }\noutput \"f\" { value = local }\noutput \"g\" { value = module }\noutput \"h\" { value = data }\noutput \"i\" { value = resource }\noutput \"j\" { value = self }\noutput \"k\" { value = tofu }\noutput \"l\" { value = var[0] }\noutput \"m\" { value = terraform[0] }\noutput \"n\" { value = each.key[0] }\nresource \"aws_sqs_queue\" \"q\" {\n  for_each = toset([\"a\"])\n  name = each[0]\n  tags = each\n}\nresource \"aws_sqs_queue\" \"r\" {\n  count = 1\n  name = count[0]\n}\noutput \"p\" { value = module[0] }\noutput \"q\" { value = data.a[0] }\noutput \"r\" { value = data[0].b }\n"),
		file("main.tf.json", "text/json NUL", "", func() string { return "{\"a\":\"\x00\"}" }),
		file("main.tf.json", "text/json invalid UTF-8", "-", func() string { return "{\"locals\":{\"a\":\"\xff\"}}" }),
		file("main.tf.json", "text/json cut", "", func() string { return `{"resource":{"aws_sqs_queue":{"a":` }),
		file("main.tf.json", "text/json odd", "-", func() string {
			return `{"resource":[1,"a",null,{"a":[null,1,{"b":null}]},{"aws_sqs_queue":{"x":"y","z":[[]]}}],"locals":[{"a":1},null,2],"variable":{"v":null},"provider":{"aws":"x"},"module":{"m":[1]},"moved":[{"from":1,"to":null}],"output":null,"data":"${x}"}`
		}),
		file("main.tf.json", "text/json many keys", "-", func() string {
			var b strings.Builder
			b.WriteString(`{"locals":{"a":0`)
			for i := range 50_000 {
				fmt.Fprintf(&b, `,"k%d":"${local.a}"`, i)
			}
			b.WriteString("}}")
			return b.String()
		}),
		file("main.tf.json", "text/json duplicate keys", "-", func() string { return `{"locals":{` + r(`"a":1,`, 50_000) + `"b":1}}` }),
	}
}

// fileAttacks reach for files that are not the project's, or are no files.
func fileAttacks() []attack {
	reads := func(path string) string {
		return strings.ReplaceAll(`
output "a" { value = file("PATH") }
output "b" { value = filebase64("PATH") }
output "c" { value = templatefile("PATH", {}) }
output "d" { value = filemd5("PATH") }
output "e" { value = try(file("PATH"), "no") }
output "f" { value = fileexists("PATH") }
resource "aws_sqs_queue" "q" { policy = file("PATH") }
`, "PATH", path)
	}
	outside := "is outside of the project"
	link := func(name, target, link, text, gap string) attack {
		return attack{"file/" + name, func(t *testing.T, dir string) {
			t.Helper()
			put(t, filepath.Join(dir, "main.tf"), text)
			if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
				t.Skip("no symbolic links here")
			}
		}, gap}
	}
	list := []attack{
		tf("file/absolute", outside, reads("/etc/passwd")),
		tf("file/home", "", reads("~/.aws/credentials")),
		tf("file/above", outside, reads("../outside/secret.txt")),
		tf("file/far above", outside, reads(strings.Repeat("../", 50)+"etc/passwd")),
		tf("file/above from the module", outside, reads("${path.module}/../outside/secret.txt")),
		tf("file/through cwd", outside, reads("${path.cwd}/../outside/secret.txt")),
		tf("file/device", outside, reads("/dev/zero")),
		tf("file/proc", outside, reads("/proc/self/environ")),
		tf("file/fileset", "", `output "o" { value = [for f in fileset("../outside", "**") : file("../outside/${f}")] }
output "p" { value = fileset(path.module, "../outside/*") }
output "q" { value = fileset("/", "etc/*") }`),
		tf("file/module", outside, `module "m" { source = "../outside" }`),
		tf("file/module absolute", "", `module "m" { source = "/etc" }`),
		tf("file/NUL in a path", "", reads(`a\u0000b`)),
		tf("file/directory", "", reads(".")),
		link("link to a file", "../outside/secret.txt", "link.txt", reads("link.txt"), outside),
		link("link to a directory", "../outside", "link", reads("link/secret.txt"), outside),
		link("link to a module", "../outside", "link", `module "m" { source = "./link" }`, ""),
		link("link as configuration", "../outside/main.tf", "link.tf", "locals {}", ""),
		link("link to the top", "/", "top", reads("top/etc/passwd"), outside),
		link("link to itself", "link.txt", "link.txt", reads("link.txt"), ""),
		link("link to here", ".", "here", `module "m" { source = "./here/here/here" }`, ""),
		link("link in fileset", "../outside", "link", `output "o" { value = fileset(".", "**/*.txt") }
output "p" { value = file("link/${one(fileset("link", "*.txt"))}") }`, ""),
		link("link as variables", "../outside/secret.txt", "terraform.tfvars", "variable \"x\" {}", ""),
		link("link to a device", "/dev/zero", "zero.tf", "locals {}", ""),
		{"file/manifest", func(t *testing.T, dir string) {
			t.Helper()
			put(t, filepath.Join(dir, "main.tf"), `module "m" { source = "org/x/aws" }
module "n" { source = "org/y/aws" }`)
			put(t, filepath.Join(dir, ".terraform/modules/modules.json"), `{"Modules":[{"Key":"m","Dir":"../outside"},{"Key":"n","Dir":"/etc"}]}`)
		}, outside},
		{"file/directories as files", func(t *testing.T, dir string) {
			t.Helper()
			for _, name := range []string{"x.tf", "y.tf.json", "terraform.tfvars", "a.auto.tfvars", ".terraform/modules/modules.json"} {
				if err := os.MkdirAll(filepath.Join(dir, name), 0o755); err != nil {
					t.Fatal(err)
				}
			}
			put(t, filepath.Join(dir, "main.tf"), "variable \"x\" { default = 1 }\n")
		}, "-"},
		{"file/large", func(t *testing.T, dir string) {
			t.Helper()
			put(t, filepath.Join(dir, "main.tf"), "locals {}\n")
			large(t, filepath.Join(dir, "large.tf"), 100<<20)
			large(t, filepath.Join(dir, "large.tf.json"), 100<<20)
			large(t, filepath.Join(dir, "terraform.tfvars"), 100<<20)
			large(t, filepath.Join(dir, "large.txt"), 100<<20)
			put(t, filepath.Join(dir, "read.tf"), `output "o" { value = length(file("large.txt")) }`)
		}, "MiB"},
		{"file/many", func(t *testing.T, dir string) {
			t.Helper()
			for i := range 100_000 {
				name := filepath.Join(dir, fmt.Sprint(i/1000), fmt.Sprintf("f%d.tf", i))
				if i%1000 == 0 {
					put(t, name, "")
				} else if err := os.WriteFile(name, nil, 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}, "-"},
		{"file/deep", func(t *testing.T, dir string) {
			t.Helper()
			put(t, filepath.Join(dir, strings.Repeat("d/", 500), "main.tf"), "locals {}\n")
		}, "-"},
		{"file/odd names", func(t *testing.T, dir string) {
			t.Helper()
			for _, name := range []string{".tf", ".tf.json", "a b.tf", "\u202etxt.tf", "-.tf", "x\ny.tf"} {
				put(t, filepath.Join(dir, name), "locals {}\n")
			}
		}, "-"},
	}
	return append(list, pipeAttacks()...)
}

// large writes a sparse file.
func large(t *testing.T, name string, size int64) {
	t.Helper()
	put(t, name, "a = 1\n")
	if err := os.Truncate(name, size); err != nil {
		t.Fatal(err)
	}
}
