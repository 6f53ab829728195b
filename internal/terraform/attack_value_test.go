package terraform_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// sizeAttacks ask for many of something in a line or two.
func sizeAttacks() []attack {
	queue := func(name, gap, args string) attack {
		return tf("size/"+name, gap, "resource \"aws_sqs_queue\" \"q\" {\n"+args+"\n}\n")
	}
	return []attack{
		queue("count", "more than", "count = 1e9"),
		queue("count huge", "", "count = 1e999999"),
		queue("count negative", "", "count = -1"),
		queue("count many", "-", "count = 49999\nname = \"q-${count.index}\""),
		queue("for_each setproduct", "", `for_each = toset([for p in setproduct(range(1000), range(1000), range(1000)) : join("-", p)])`),
		queue("for_each range", "", `for_each = toset([for i in range(1000) : "${i}"])`+"\n"+`name = join("", [for a in range(1000) : join("", [for b in range(1000) : "x"])])`),
		tf("size/many counts", "more than", manyCounts(100, 40_000)),
		tf("size/range", "", `output "o" { value = range(100000000) }`),
		tf("size/range step", "", `output "o" { value = range(0, 1, 0.0000000001) }`),
		tf("size/for nest", "", `output "o" { value = [for a in range(1000) : [for b in range(1000) : [for c in range(1000) : a]]] }`),
		tf("size/for nest flat", "", `output "o" { value = flatten([for a in range(1000) : [for b in range(1000) : [for c in range(1000) : a]]]) }`),
		tf("size/port range", "-", `resource "aws_security_group_rule" "r" { 
  type = "ingress" 
  from_port = 0 
  to_port = 99999999999 
  protocol = "tcp" 
  security_group_id = "sg" 
}`),
		tf("size/dynamic", "", "resource \"aws_security_group\" \"g\" {\ndynamic \"ingress\" {\nfor_each = range(1000000)\ncontent {\nfrom_port = 1\n}\n}\n}\n"),
		tf("size/dynamic nest", "", "resource \"aws_wafv2_web_acl\" \"g\" {\ndynamic \"rule\" {\nfor_each = range(1000)\ncontent {\ndynamic \"action\" {\nfor_each = range(1000)\ncontent {\ndynamic \"block\" {\nfor_each = range(1000)\ncontent {}\n}\n}\n}\n}\n}\n}\n"),
		tf("size/counted dynamic", "", "resource \"aws_security_group\" \"g\" {\ncount = 10000\ndynamic \"ingress\" {\nfor_each = range(1000)\ncontent {\nfrom_port = ingress.value\n}\n}\n}\n"),
		tf("size/cidrsubnets", "", `output "o" { value = [for i in range(1000) : cidrsubnets("10.0.0.0/8", [for j in range(1000) : 16]...)] }`),
		tf("size/pow", "", `output "o" { value = pow(10, 1000000000) }`),
		tf("size/pow pow", "", `output "o" { value = pow(pow(10, 100000), 100000) }`),
		tf("size/number", "", `output "o" { value = 1e999999999 }`),
		tf("size/number text", "", `output "o" { value = "${1e99999999}" }`),
		tf("size/number negative exponent", "", `output "o" { value = "${1e-99999999}" }`),
		tf("size/number long", "-", `output "o" { value = `+strings.Repeat("9", 1_000_000)+` }`),
		tf("size/number sum", "", `output "o" { value = 1e99999999 + 1 }`),
		tf("size/modulo", "", `output "o" { value = 1e9999999 % 7 }`),
		tf("size/parseint", "-", `output "o" { value = parseint("`+strings.Repeat("z", 1_000_000)+`", 36) }`),
		tf("size/tonumber", "", `output "o" { value = tonumber("1e999999999") }`),
		file("main.tf.json", "size/json number", "", func() string { return `{"output":{"o":{"value":1e999999999}}}` }),
		file("main.tf.json", "size/json number long", "-", func() string { return `{"output":{"o":{"value":` + strings.Repeat("9", 1_000_000) + `}}}` }),
		tf("size/jsondecode number", "", `output "o" { value = "${jsondecode("1e999999999")}" }`),
		tf("size/yamldecode number", "-", `output "o" { value = "${yamldecode("1e999999999")}" }`),
		file("terraform.tfvars", "size/tfvars number", "-", func() string { return `x = "${1e99999999}"` }),
		{"size/tfvars loops", func(t *testing.T, dir string) {
			t.Helper()
			put(t, filepath.Join(dir, "main.tf"), "variable \"x\" {}\noutput \"o\" { value = var.x }\n")
			put(t, filepath.Join(dir, "terraform.tfvars"), "x = "+strings.Repeat("[for a in [1,1,1,1,1,1,1,1,1,1] : ", 30)+"1"+strings.Repeat("]", 30)+"\n")
		}, ""},
		tf("size/optional", "", "variable \"x\" {\n  type = object({ a = optional(string, \"${1e99999999}\") })\n  default = {}\n}\noutput \"o\" { value = var.x }\n"),
		tf("size/optional loops", "", "variable \"x\" {\n  type = object({ a = optional(any, "+strings.Repeat("[for a in [1,1,1,1,1,1,1,1,1,1] : ", 30)+"1"+strings.Repeat("]", 30)+") })\n  default = {}\n}\noutput \"o\" { value = var.x }\n"),
		tf("size/source loops", "", "module \"m\" {\n  source = "+strings.Repeat("[for a in [1,1,1,1,1,1,1,1,1,1] : ", 30)+"1"+strings.Repeat("]", 30)+"\n}\n"),
		tf("size/index", "", `output "o" { value = ["a"]["1e99999999"] }`),
		tf("size/convert", "", "variable \"x\" {\n  type = list(number)\n  default = [\"1e99999999\"]\n}\nresource \"aws_sqs_queue\" \"q\" {\n  name = \"${var.x[0]}\"\n  delay_seconds = \"1e99999999\"\n}\n"),
		tf("size/number key", "-", `output "o" { value = { (1e300) = 1 } }`),
	}
}

func manyCounts(blocks, count int) string {
	var b strings.Builder
	for i := range blocks {
		fmt.Fprintf(&b, "resource \"aws_sqs_queue\" \"q%d\" {\n  count = %d\n}\n", i, count)
	}
	return b.String()
}

// doubling is a chain of locals, each made of two of the one before.
func doubling(levels int, first, format, last string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "locals {\n  x0 = %s\n", first)
	for i := range levels {
		fmt.Fprintf(&b, "  x%d = %s\n", i+1, strings.ReplaceAll(format, "PREV", fmt.Sprintf("local.x%d", i)))
	}
	fmt.Fprintf(&b, "}\noutput \"o\" { value = %s }\n", strings.ReplaceAll(last, "LAST", fmt.Sprintf("local.x%d", levels)))
	return b.String()
}

// bombAttacks grow: each step a little, all together without end.
func bombAttacks() []attack {
	double := func(name, first, format string) attack {
		return tf("bomb/"+name, "", doubling(60, first, format, "LAST"))
	}
	// Work is done once for each local, so some doublings do no harm.
	harmless := func(name, first, format string) attack {
		return tf("bomb/"+name, "-", doubling(60, first, format, "LAST"))
	}
	return []attack{
		double("string", `"aaaaaaaa"`, `"${PREV}${PREV}"`),
		double("list", `["a"]`, `[PREV, PREV]`),
		double("list of constants", `[]`, `[PREV, PREV]`),
		double("concat", `["a"]`, `concat(PREV, PREV)`),
		double("object", `{}`, `{ a = PREV, b = PREV }`),
		double("map", `{ a = 1 }`, `{ a = PREV, b = PREV }`),
		double("jsonencode", `["a"]`, `jsonencode([PREV, PREV])`),
		double("jsonencode quotes", `"\"\\\""`, `jsonencode(PREV)`),
		double("merge", `{ a = 1 }`, `merge(PREV, { for k, v in PREV : "${k}x" => v }, { for k, v in PREV : "${k}y" => v })`),
		double("format", `"a"`, `format("%s%s", PREV, PREV)`),
		double("join", `"a"`, `join(PREV, ["a", "b", "c"])`),
		double("replace", `"a"`, `replace(PREV, "a", "aa")`),
		double("flatten", `["a"]`, `flatten([PREV, PREV])`),
		double("setproduct", `["a", "b"]`, `setproduct(PREV, PREV)`),
		double("for", `[1]`, `flatten([for a in PREV : [a, a]])`),
		double("types", `null`, `tolist([PREV, PREV])`),
		harmless("unknown", `timestamp()`, `"${PREV}${PREV}"`),
		double("unknown list", `[timestamp()]`, `[PREV, PREV]`),
		harmless("conditional", `{}`, `timestamp() == "" ? { a = PREV } : { a = PREV }`),
		harmless("known conditional", `1`, `PREV == 1 ? PREV : PREV`),
		harmless("try", `1`, `try(PREV, PREV)`),
		double("equal", `[1]`, `PREV == PREV ? [PREV, PREV] : [PREV]`),
		double("links", `aws_sqs_queue.q.arn`, `[PREV, PREV]`),
		tf("bomb/equal tree", "", doubling(30, `["a"]`, `[PREV, PREV]`, "LAST == LAST")),
		tf("bomb/format width", "", `output "o" { value = format("%1000000000d", 1) }`),
		tf("bomb/format precision", "", `output "o" { value = format("%.1000000000f", 1) }`),
		tf("bomb/format star", "", `output "o" { value = format("%*d", 1000000000, 1) }`),
		tf("bomb/formatlist", "", `output "o" { value = formatlist("%1000000d", range(1000)) }`),
		tf("bomb/replace", "", `output "o" { value = replace(replace(replace(replace(join("", [for i in range(1000) : "aaaaaaaaaa"]), "", "bbbbbbbbbb"), "", "cccccccccc"), "", "dddddddddd"), "", "eeeeeeeeee") }`),
		tf("bomb/join", "", `output "o" { value = join(join("", [for i in range(1000) : "aaaaaaaaaa"]), range(1000000)) }`),
		tf("bomb/strings in list", "", `locals { s = join("", [for i in range(1000) : "aaaaaaaaaa"]) }
output "o" { value = jsonencode([for i in range(1000) : [for j in range(1000) : local.s]]) }`),
		tf("bomb/indent", "", `output "o" { value = indent(1000000000, "a\nb") }`),
		tf("bomb/indent lines", "", `output "o" { value = indent(100000, join("\n", range(1000))) }`),
		tf("bomb/timeadd", "-", `output "o" { value = timeadd("2020-01-01T00:00:00Z", "99999999999999h") }`),
		tf("bomb/regex", "-", `output "o" { value = regexall("(a*)*(a*)*(a*)*b", join("", [for i in range(1000) : "aaaaaaaaaa"])) }`),
		tf("bomb/regex repeat", "", `output "o" { value = regex("((((a{0,100}){0,100}){0,100}){0,100}){0,100}", "a") }`),
		tf("bomb/regex long", "-", `output "o" { value = regexall("`+strings.Repeat("a?", 10_000)+`", "aaaa") }`),
		tf("bomb/regexall", "-", `output "o" { value = length(regexall("", join("", [for i in range(1000) : join("", [for j in range(100) : "aaaaaaaaaa"])]))) }`),
		tf("bomb/base64gzip", "-", `output "o" { value = base64gzip(join("", [for i in range(1000) : "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"])) }`),
		tf("bomb/bcrypt", "-", `output "o" { value = [for i in range(1000) : bcrypt("a", 31)] }`),
		tf("bomb/yaml", "", "output \"o\" {\n  value = yamldecode(<<E\n"+yamlBomb(40)+"E\n)\n}\n"),
		tf("bomb/template loops", "", `output "o" { value = "%{ for a in range(1000) }%{ for b in range(1000) }%{ for c in range(1000) }x%{ endfor }%{ endfor }%{ endfor }" }`),
		{"bomb/templatefile", func(t *testing.T, dir string) {
			t.Helper()
			put(t, filepath.Join(dir, "t.tpl"), strings.Repeat("%{ for x in l }", 20)+"x"+strings.Repeat("%{ endfor }", 20))
			put(t, filepath.Join(dir, "main.tf"), `output "o" { value = templatefile("t.tpl", { l = range(100) }) }`)
		}, ""},
		{"bomb/templatefile itself", func(t *testing.T, dir string) {
			t.Helper()
			put(t, filepath.Join(dir, "t.tpl"), `${templatefile("t.tpl", {})}${templatefile("t.tpl", {})}`)
			put(t, filepath.Join(dir, "main.tf"), `output "o" { value = templatefile("t.tpl", {}) }`)
		}, ""},
		{"bomb/files", func(t *testing.T, dir string) {
			t.Helper()
			put(t, filepath.Join(dir, "big.txt"), strings.Repeat("a", 3<<20))
			put(t, filepath.Join(dir, "main.tf"), `output "o" { value = [for i in range(100000) : "${i}${file("big.txt")}"] }`)
		}, ""},
		{"bomb/fileset", func(t *testing.T, dir string) {
			t.Helper()
			for i := range 300 {
				put(t, filepath.Join(dir, "f", fmt.Sprint(i), "a.txt"), "")
			}
			put(t, filepath.Join(dir, "main.tf"), `output "o" { value = [for i in range(100000) : fileset(".", "{**/,}{**/,}{**/,}{**/,}{**/,}*${i}.txt")] }`)
		}, ""},
		{"bomb/modules", func(t *testing.T, dir string) {
			t.Helper()
			put(t, filepath.Join(dir, "main.tf"), moduleBomb(1))
			for i := 1; i <= 10; i++ {
				body := moduleBomb(i + 1)
				if i == 10 {
					body = "resource \"aws_sqs_queue\" \"q\" {}\n"
				}
				put(t, filepath.Join(dir, fmt.Sprintf("m%d", i), "main.tf"), strings.ReplaceAll(body, "./", "../"))
			}
		}, ""},
		{"bomb/module count", func(t *testing.T, dir string) {
			t.Helper()
			put(t, filepath.Join(dir, "main.tf"), "module \"m\" {\n  source = \"./m\"\n  count = 100000\n}\n")
			put(t, filepath.Join(dir, "m", "main.tf"), "module \"n\" {\n  source = \"../n\"\n  count = 1000\n}\n")
			put(t, filepath.Join(dir, "n", "main.tf"), "output \"o\" { value = 1 }\n")
		}, ""},
		{"bomb/module arguments", func(t *testing.T, dir string) {
			t.Helper()
			const levels = 20
			for i := range levels + 1 {
				name, next := filepath.Join("m", fmt.Sprint(i)), fmt.Sprintf("../%d", i+1)
				if i == 0 {
					name, next = "", "./m/1"
				}
				text := "variable \"v\" { default = [1, 2] }\n"
				if i < levels {
					text += fmt.Sprintf("module \"m\" {\n  source = %q\n  v = [var.v, var.v, var.v]\n}\noutput \"o\" { value = [module.m.o, module.m.o] }\n", next)
				} else {
					text += "output \"o\" { value = var.v }\n"
				}
				put(t, filepath.Join(dir, name, "main.tf"), text)
			}
		}, ""},
	}
}

func moduleBomb(next int) string {
	var b strings.Builder
	for i := range 10 {
		fmt.Fprintf(&b, "module \"m%d\" { source = \"./m%d\" }\n", i, next)
	}
	return b.String()
}

func yamlBomb(levels int) string {
	var b strings.Builder
	b.WriteString("x0: &x0 [a, a]\n")
	for i := range levels {
		fmt.Fprintf(&b, "x%d: &x%d [*x%d, *x%d, *x%d]\n", i+1, i+1, i, i, i)
	}
	return b.String()
}
