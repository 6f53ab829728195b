package engine

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"

	"merlon"
)

const bucketHead = "resource \"aws_s3_bucket\" \"b\" {"

// TestIgnores says, for each tool's syntax and each place, which findings a
// comment covers. Findings are written "check line result".
func TestIgnores(t *testing.T) {
	const (
		acl2    = "aws-s3-acl main.tf:2 "
		missing = "aws-s3-versioning main.tf:1 "
	)
	tests := []struct {
		name  string
		lines string
		want  []string
	}{
		{"tfsec same line", bucketHead + "\nacl = \"public\" #tfsec:ignore:aws-s3-no-public-access-with-acl\n}", []string{missing + "fail", acl2 + "suppressed"}},
		{"tfsec line above", bucketHead + "\n#tfsec:ignore:aws-s3-no-public-access-with-acl\nacl = \"public\"\n}", []string{missing + "fail", "aws-s3-acl main.tf:3 suppressed"}},
		{"tfsec above block", "#tfsec:ignore:aws-s3-enable-versioning\n" + bucketHead + "\nacl = \"public\"\n}", []string{"aws-s3-versioning main.tf:2 suppressed", "aws-s3-acl main.tf:3 fail"}},
		{"tfsec on block header", bucketHead + " #tfsec:ignore:*\nacl = \"public\"\n}", []string{missing + "suppressed", acl2 + "suppressed"}},
		{"tfsec several on a line", "#tfsec:ignore:aws-s3-enable-versioning tfsec:ignore:aws-s3-no-public-access-with-acl\n" + bucketHead + "\nacl = \"public\"\n}", []string{"aws-s3-versioning main.tf:2 suppressed", "aws-s3-acl main.tf:3 suppressed"}},
		{"tfsec stacked", "#tfsec:ignore:aws-s3-enable-versioning\n#tfsec:ignore:aws-s3-no-public-access-with-acl\n" + bucketHead + "\nacl = \"public\"\n}", []string{"aws-s3-versioning main.tf:3 suppressed", "aws-s3-acl main.tf:4 suppressed"}},
		{"tfsec inside, above another line", bucketHead + "\n#tfsec:ignore:aws-s3-enable-versioning\nacl = \"public\"\n}", []string{missing + "fail", "aws-s3-acl main.tf:3 fail"}},
		{"tfsec not expired", bucketHead + "\nacl = \"public\" #tfsec:ignore:aws-s3-no-public-access-with-acl:exp:2026-11-23\n}", []string{missing + "fail", acl2 + "suppressed"}},
		{"tfsec expires on its day", bucketHead + "\nacl = \"public\" #tfsec:ignore:aws-s3-no-public-access-with-acl:exp:2026-11-22\n}", []string{missing + "fail", acl2 + "fail"}},
		{"tfsec this workspace", bucketHead + "\nacl = \"public\" #tfsec:ignore:aws-s3-no-public-access-with-acl:ws:default\n}", []string{missing + "fail", acl2 + "suppressed"}},
		{"tfsec other workspace", bucketHead + "\nacl = \"public\" #tfsec:ignore:aws-s3-no-public-access-with-acl:ws:development\n}", []string{missing + "fail", acl2 + "fail"}},

		{"trivy short id", bucketHead + "\nacl = \"public\" # trivy:ignore:AWS-0092\n}", []string{missing + "fail", acl2 + "suppressed"}},
		{"trivy long id in lower case", bucketHead + "\nacl = \"public\" # trivy:ignore:avd-aws-0092\n}", []string{missing + "fail", acl2 + "suppressed"}},
		{"trivy slug", bucketHead + "\nacl = \"public\" # trivy:ignore:aws-s3-no-public-access-with-acl\n}", []string{missing + "fail", acl2 + "suppressed"}},
		{"trivy glob above the block", "#trivy:ignore:aws-s3-*\n" + bucketHead + "\nacl = \"public\"\n}", []string{"aws-s3-versioning main.tf:2 suppressed", "aws-s3-acl main.tf:3 suppressed"}},
		{"trivy workspace glob", bucketHead + "\nacl = \"public\" # trivy:ignore:AWS-0092:ws:def*\n}", []string{missing + "fail", acl2 + "suppressed"}},
		{"trivy expired", bucketHead + "\nacl = \"public\" # trivy:ignore:AWS-0092:exp:2020-01-01\n}", []string{missing + "fail", acl2 + "fail"}},
		{"trivy filter that holds", "#trivy:ignore:*[bucket=site,acl=public]\n" + bucketHead + "\nbucket = \"site\"\nacl = \"public\"\n}", []string{"aws-s3-versioning main.tf:2 suppressed", "aws-s3-acl main.tf:4 suppressed"}},
		{"trivy filter that does not", "#trivy:ignore:*[bucket=site,acl=private]\n" + bucketHead + "\nbucket = \"site\"\nacl = \"public\"\n}", []string{"aws-s3-versioning main.tf:2 fail", "aws-s3-acl main.tf:4 fail"}},
		{"trivy filter on an unknown value", "#trivy:ignore:*[bucket=site]\n" + bucketHead + "\nbucket = unknown\nacl = \"public\"\n}", []string{"aws-s3-versioning main.tf:2 fail", "aws-s3-acl main.tf:4 fail"}},
		{"trivy nested filter", "#trivy:ignore:*[logging_config.prefix=x]\n" + bucketHead + "\nlogging_config {\nprefix = \"x\"\n}\nacl = \"public\"\n}", []string{"aws-s3-versioning main.tf:2 suppressed", "aws-s3-acl main.tf:6 suppressed"}},

		{"checkov first inside", bucketHead + "\n#checkov:skip=CKV_AWS_20:a web site\nacl = \"public\"\n}", []string{missing + "fail", "aws-s3-acl main.tf:3 suppressed"}},
		{"checkov last inside, two ids", bucketHead + "\nacl = \"public\"\n# checkov:skip=CKV_AWS_20,CKV_AWS_21:a web site\n}", []string{missing + "suppressed", acl2 + "suppressed"}},
		{"checkov above the block", "#checkov:skip=CKV_AWS_20:a web site\n" + bucketHead + "\nacl = \"public\"\n}", []string{"aws-s3-versioning main.tf:2 fail", "aws-s3-acl main.tf:3 fail"}},
		{"checkov inside a nested block", bucketHead + "\nacl = \"public\"\nlogging {\n#checkov:skip=CKV_AWS_20\nprefix = \"x\"\n}\n}", []string{missing + "fail", acl2 + "suppressed"}},

		{"terrascan inside", bucketHead + "\n#ts:skip=AC_AWS_0214 kept by replication\nacl = \"public\"\n}", []string{missing + "suppressed", "aws-s3-acl main.tf:3 fail"}},
		{"terrascan above the block", "#ts:skip=AC_AWS_0214 kept\n" + bucketHead + "\nacl = \"public\"\n}", []string{"aws-s3-versioning main.tf:2 fail", "aws-s3-acl main.tf:3 fail"}},
		{"terrascan max severity none", bucketHead + "\n#ts:maxseverity=None\nacl = \"public\"\n}", []string{missing + "suppressed", "aws-s3-acl main.tf:3 suppressed"}},

		{"kics ignore the file", "# kics-scan ignore\n" + bucketHead + "\nacl = \"public\"\n}", []string{"aws-s3-versioning main.tf:2 suppressed", "aws-s3-acl main.tf:3 suppressed"}},
		{"kics ignore below the top", "\n# kics-scan ignore\n" + bucketHead + "\nacl = \"public\"\n}", []string{"aws-s3-versioning main.tf:3 fail", "aws-s3-acl main.tf:4 fail"}},
		{"kics disable", "# kics-scan disable=38c5ee0d-7f22-4260-ab72-5073048df100\n" + bucketHead + "\nacl = \"public\"\n}", []string{"aws-s3-versioning main.tf:2 fail", "aws-s3-acl main.tf:3 suppressed"}},
		{"kics enable", "# kics-scan enable=38c5ee0d-7f22-4260-ab72-5073048df100\n" + bucketHead + "\nacl = \"public\"\n}", []string{"aws-s3-versioning main.tf:2 suppressed", "aws-s3-acl main.tf:3 fail"}},
		{"kics enable of an unknown query", "# kics-scan enable=00000000-0000-0000-0000-000000000000\n" + bucketHead + "\nacl = \"public\"\n}", []string{"aws-s3-versioning main.tf:2 fail", "aws-s3-acl main.tf:3 fail"}},
		{"kics ignore-line", bucketHead + "\n# kics-scan ignore-line\nacl = \"public\"\n}", []string{missing + "fail", "aws-s3-acl main.tf:3 suppressed"}},
		{"kics ignore-line above a block", "# kics-scan ignore-line\n" + bucketHead + "\nacl = \"public\"\n}", []string{"aws-s3-versioning main.tf:2 suppressed", "aws-s3-acl main.tf:3 fail"}},
		{"kics ignore-block", "# kics-scan ignore-block\n" + bucketHead + "\nacl = \"public\"\n}", []string{"aws-s3-versioning main.tf:2 suppressed", "aws-s3-acl main.tf:3 suppressed"}},

		{"merlon same line", bucketHead + "\nacl = \"public\" # merlon:ignore aws-s3-acl reason=site\n}", []string{missing + "fail", acl2 + "suppressed"}},
		{"merlon line above", bucketHead + "\nbucket = \"x\"\n# merlon:ignore aws-s3-acl reason=site\nacl = \"public\"\n}", []string{missing + "fail", "aws-s3-acl main.tf:4 suppressed"}},
		{"merlon above the block", "# merlon:ignore aws-s3-acl,aws-s3-versioning reason=site\n" + bucketHead + "\nacl = \"public\"\n}", []string{"aws-s3-versioning main.tf:2 suppressed", "aws-s3-acl main.tf:3 suppressed"}},
		{"merlon at the top of the block", bucketHead + "\n# merlon:ignore aws-s3-* reason=site\nbucket = \"x\"\nacl = \"public\"\n}", []string{missing + "suppressed", "aws-s3-acl main.tf:4 suppressed"}},
		{"merlon late in the block, about the block", bucketHead + "\nacl = \"public\"\n# merlon:ignore * reason=site\n}", []string{missing + "suppressed", acl2 + "fail"}},
		{"merlon glob", bucketHead + "\nacl = \"public\" # merlon:ignore aws-s3-a* reason=site\n}", []string{missing + "fail", acl2 + "suppressed"}},
		{"merlon alias of another tool", bucketHead + "\nacl = \"public\" # merlon:ignore CKV_AWS_20 reason=site\n}", []string{missing + "fail", acl2 + "suppressed"}},
		{"merlon until today", bucketHead + "\nacl = \"public\" # merlon:ignore aws-s3-acl until=2026-11-22 reason=site\n}", []string{missing + "fail", acl2 + "suppressed"}},
		{"merlon until yesterday", bucketHead + "\nacl = \"public\" # merlon:ignore aws-s3-acl until=2026-11-21 reason=site\n}", []string{missing + "fail", acl2 + "fail"}},
		{"merlon on the resource before", "resource \"aws_kms_key\" \"k\" { # merlon:ignore *\n}\n" + bucketHead + "\nacl = \"public\"\n}", []string{"aws-s3-versioning main.tf:3 fail", "aws-s3-acl main.tf:4 fail"}},
		{"merlon at the end of the resource before", "resource \"aws_kms_key\" \"k\" {\n# merlon:ignore *\n}\n" + bucketHead + "\nacl = \"public\"\n}", []string{"aws-s3-versioning main.tf:4 fail", "aws-s3-acl main.tf:5 fail"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := run(t, fixture(t, map[string]string{"main.tf": tt.lines}), Options{})
			if diff := cmp.Diff(tt.want, states(a)); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}

// TestIgnoresInNestedBlocks is about which of several blocks is covered.
func TestIgnoresInNestedBlocks(t *testing.T) {
	group := func(above, inFirst, onSecond string) string {
		return "resource \"aws_security_group\" \"g\" {\n" +
			above + "\n" + // 2
			"ingress {\n" + // 3
			inFirst + "\n" + // 4
			"from_port = 443\n" + // 5
			"cidr = \"any\"\n" + // 6
			"}\n" +
			"ingress { " + onSecond + "\n" + // 8
			"from_port = 22\n" + // 9
			"cidr = \"any\"\n" + // 10
			"}\n}"
	}
	const first, second = "aws-ec2-open-ingress main.tf:6 ", "aws-ec2-open-ingress main.tf:10 "
	tests := []struct {
		name                     string
		above, inFirst, onSecond string
		wantFirst, wantSecond    string
	}{
		{"none", "", "", "", "fail", "fail"},
		{"tfsec above a block", "#tfsec:ignore:aws-ec2-no-public-ingress-sgr", "", "", "suppressed", "fail"},
		{"tfsec on the header", "", "", "#tfsec:ignore:aws-ec2-no-public-ingress-sgr", "fail", "suppressed"},
		{"merlon above a block is not for the resource", "# merlon:ignore aws-ec2-open-ingress", "", "", "suppressed", "fail"},
		{"merlon at the top of a block", "", "# merlon:ignore aws-ec2-open-ingress", "", "suppressed", "fail"},
		{"merlon on the header", "", "", "# merlon:ignore aws-ec2-open-ingress", "fail", "suppressed"},
		{"checkov covers the resource", "", "# checkov:skip=CKV_AWS_24:x", "", "suppressed", "suppressed"},
		{"kics ignore-block", "# kics-scan ignore-block", "", "", "suppressed", "fail"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := run(t, fixture(t, map[string]string{"main.tf": group(tt.above, tt.inFirst, tt.onSecond)}), Options{})
			if diff := cmp.Diff([]string{first + tt.wantFirst, second + tt.wantSecond}, states(a)); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}

	t.Run("tfsec filter picks the block", func(t *testing.T) {
		source := "#tfsec:ignore:aws-ec2-no-public-ingress-sgr[from_port=443]\n" + group("", "", "")
		a := run(t, fixture(t, map[string]string{"main.tf": source}), Options{})
		want := []string{"aws-ec2-open-ingress main.tf:7 suppressed", "aws-ec2-open-ingress main.tf:11 fail"}
		if diff := cmp.Diff(want, states(a)); diff != "" {
			t.Errorf("findings (-want +got):\n%s", diff)
		}
	})
}

// TestIgnoresOnModuleCalls is about comments at a call for what is inside.
func TestIgnoresOnModuleCalls(t *testing.T) {
	const module = "resource \"aws_s3_bucket\" \"b\" {\nacl = \"public\"\nversioning = \"on\"\n}"
	tests := []struct{ name, main, want string }{
		{"none", "module \"m\" {\nsource = \"./mod\"\n}", "fail"},
		{"tfsec above", "#tfsec:ignore:aws-s3-no-public-access-with-acl\nmodule \"m\" {\nsource = \"./mod\"\n}", "suppressed"},
		{"tfsec on the header", "module \"m\" { #tfsec:ignore:aws-s3-no-public-access-with-acl\nsource = \"./mod\"\n}", "suppressed"},
		{"trivy above", "# trivy:ignore:AVD-AWS-0092\nmodule \"m\" {\nsource = \"./mod\"\n}", "suppressed"},
		{"checkov inside", "module \"m\" {\n#checkov:skip=CKV_AWS_20:site\nsource = \"./mod\"\n}", "suppressed"},
		{"terrascan inside", "module \"m\" {\nsource = \"./mod\"\n#ts:skip=AC_AWS_0210 site\n}", "suppressed"},
		{"kics above", "# kics-scan ignore-block\nmodule \"m\" {\nsource = \"./mod\"\n}", "suppressed"},
		{"merlon above", "# merlon:ignore aws-s3-acl\nmodule \"m\" {\nsource = \"./mod\"\n}", "suppressed"},
		{"merlon inside", "module \"m\" {\nsource = \"./mod\"\n# merlon:ignore aws-s3-acl\n}", "suppressed"},
		{"merlon above another call", "module \"m\" {\nsource = \"./mod\"\n}\n# merlon:ignore aws-s3-acl\nmodule \"n\" {\n}", "fail"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := run(t, fixture(t, map[string]string{"main.tf": tt.main, "mod/main.tf": module}), Options{})
			if diff := cmp.Diff([]string{"aws-s3-acl mod/main.tf:2 " + tt.want}, states(a)); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}

// TestIgnoresInDynamicBlocks: the blocks that one dynamic block makes share
// their place; a filter tells them apart.
func TestIgnoresInDynamicBlocks(t *testing.T) {
	// 1 resource, 2 (above), 3 dynamic, 4 for_each, 5 (above content),
	// 6 content, 7 from_port, 8 cidr, 9 }, 10 }, 11 }
	place := func(from, to int32) merlon.Range {
		return merlon.Range{File: "main.tf", Start: merlon.Pos{Line: from, Column: 1}, End: merlon.Pos{Line: to, Column: 80}}
	}
	ingress := func(port int64) *merlon.Block {
		return &merlon.Block{
			Range: place(3, 10), Header: place(3, 3), Cause: &merlon.Cause{Kind: merlon.CauseForEach, Range: place(4, 4)},
			Attributes: []merlon.Attribute{
				{Name: "cidr", Value: cty.StringVal("any"), Range: place(8, 8)},
				{Name: "from_port", Value: cty.NumberIntVal(port), Range: place(7, 7)},
			},
		}
	}
	tests := []struct {
		name, text string
		line, next int32
		want       []merlon.Result
	}{
		{"above dynamic", "tfsec:ignore:*", 2, 3, []merlon.Result{merlon.Suppressed, merlon.Suppressed}},
		{"above content", "tfsec:ignore:*", 5, 6, []merlon.Result{merlon.Suppressed, merlon.Suppressed}},
		{"first filter", "trivy:ignore:*[from_port=22]", 5, 6, []merlon.Result{merlon.Suppressed, merlon.Fail}},
		{"second filter", "trivy:ignore:*[from_port=3389]", 5, 6, []merlon.Result{merlon.Fail, merlon.Suppressed}},
		{"on another line of the content", "tfsec:ignore:*", 6, 7, []merlon.Result{merlon.Fail, merlon.Fail}},
		{"below", "tfsec:ignore:*", 10, 11, []merlon.Result{merlon.Fail, merlon.Fail}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := &merlon.Resource{
				Type: "aws_security_group", Name: "g", Address: "aws_security_group.g",
				Origin: merlon.Origin{Range: place(1, 11), Header: place(1, 1)},
				Body:   &merlon.Block{Range: place(1, 11), Header: place(1, 1), Attributes: []merlon.Attribute{{Name: "ingress", Range: place(3, 3), Blocks: []*merlon.Block{ingress(22), ingress(3389)}}}},
			}
			estate := merlon.NewEstate(merlon.SourceCode, []*merlon.Resource{r}, nil)
			estate.Comments = []merlon.Comment{{Range: place(tt.line, tt.line), Text: tt.text, Next: tt.next}}
			var got []merlon.Result
			for _, f := range run(t, estate, Options{}).Findings {
				got = append(got, f.Result)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("results (-want +got):\n%s", diff)
			}
		})
	}
}

// TestExceptionsByValueInABlock work where nothing has a place in a file.
func TestExceptionsByValueInABlock(t *testing.T) {
	block := func(port int64) *merlon.Block {
		return &merlon.Block{Attributes: []merlon.Attribute{{Name: "cidr", Value: cty.StringVal("any")}, {Name: "from_port", Value: cty.NumberIntVal(port)}}}
	}
	r := &merlon.Resource{
		Type: "aws_security_group", Name: "g", Address: "aws_security_group.g",
		Body: &merlon.Block{Attributes: []merlon.Attribute{{Name: "ingress", Blocks: []*merlon.Block{block(22), block(443)}}}},
	}
	estate := merlon.NewEstate(merlon.SourceLive, []*merlon.Resource{r}, nil)
	a := run(t, estate, Options{Exceptions: []Exception{{Checks: []string{"*"}, Attributes: []Match{{"from_port", "443"}}}}})
	want := map[string]merlon.Result{"ingress[0].cidr": merlon.Fail, "ingress[1].cidr": merlon.Suppressed}
	got := map[string]merlon.Result{}
	for _, f := range a.Findings {
		got[f.Path] = f.Result
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("results (-want +got):\n%s", diff)
	}
}

// TestSpotOf: HCL's lexer ends a comment that ends its line on the next one.
func TestSpotOf(t *testing.T) {
	c := merlon.Comment{Range: merlon.Range{File: "main.tf", Start: merlon.Pos{Line: 3, Column: 20}, End: merlon.Pos{Line: 4, Column: 1}}, Trailing: true, Next: 5}
	want := spot{file: "main.tf", first: 3, last: 3, code: 3, trailing: true}
	if got := spotOf(c); got != want {
		t.Errorf("spotOf = %+v, want %+v", got, want)
	}
	c.Trailing, c.Range.End = false, merlon.Pos{Line: 6, Column: 3}
	want = spot{file: "main.tf", first: 3, last: 6, code: 5}
	if got := spotOf(c); got != want {
		t.Errorf("spotOf = %+v, want %+v", got, want)
	}
}
