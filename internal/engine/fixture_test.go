package engine

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/zclconf/go-cty/cty"

	"merlon"
)

var today = time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC)

// The checks of the tests. Each has aliases of other tools.
var (
	aclCheck = &merlon.Check{
		ID: "aws-s3-acl", Severity: merlon.High, Targets: []string{"aws_s3_bucket"}, STRIDE: merlon.InformationDisclosure, CIA: merlon.Confidentiality,
		Aliases: []string{"AVD-AWS-0092", "aws-s3-no-public-access-with-acl", "CKV_AWS_20", "AC_AWS_0210", "38c5ee0d-7f22-4260-ab72-5073048df100"},
		Run: func(pass *merlon.Pass, r *merlon.Resource) {
			if v := r.Attr("acl"); v.String() == "public" {
				pass.Reportf(v, "bucket %q is public", r.Name)
			}
		},
	}
	versioningCheck = &merlon.Check{
		ID: "aws-s3-versioning", Severity: merlon.Medium, Targets: []string{"aws_s3_bucket"}, STRIDE: merlon.Tampering, CIA: merlon.Integrity,
		Aliases: []string{"AVD-AWS-0090", "aws-s3-enable-versioning", "CKV_AWS_21", "AC_AWS_0214", "568a4d22-3517-44a6-a7ad-6a7eed88722c"},
		Run: func(pass *merlon.Pass, r *merlon.Resource) {
			if v := r.Attr("versioning"); v.IsNull() {
				pass.Reportf(v, "bucket %q has no versioning", r.Name)
			}
		},
	}
	ingressCheck = &merlon.Check{
		ID: "aws-ec2-open-ingress", Severity: merlon.Critical, Targets: []string{"aws_security_group"}, STRIDE: merlon.Spoofing, AAA: merlon.Authorization,
		Aliases: []string{"AVD-AWS-0107", "aws-ec2-no-public-ingress-sgr", "CKV_AWS_24"},
		Run: func(pass *merlon.Pass, r *merlon.Resource) {
			for v := range r.All("ingress", "cidr") {
				if v.IsUnknown() {
					pass.Undecided(v)
				} else if v.String() == "any" {
					pass.Reportf(v, "group %q is open", r.Name)
				}
			}
		},
	}
	optInCheck = &merlon.Check{ID: "aws-s3-replication", OptIn: true, Severity: merlon.Low, Targets: []string{"aws_s3_bucket"}, Run: func(*merlon.Pass, *merlon.Resource) {}}
	catalog    = []*merlon.Check{aclCheck, versioningCheck, ingressCheck, optInCheck}
)

// fixture builds an estate of lines that look like Terraform: one block,
// attribute or brace a line, comments after # anywhere. Resources of the
// file "mod/main.tf" are inside the first module call of "main.tf".
func fixture(t *testing.T, files map[string]string) *merlon.Estate {
	t.Helper()
	var resources []*merlon.Resource
	var comments []merlon.Comment
	var calls []merlon.Call
	for _, name := range []string{"main.tf", "other.tf", "mod/main.tf"} {
		p := &fixtureParser{t: t, file: name}
		p.parse(files[name])
		comments = append(comments, p.comments...)
		for _, b := range p.blocks {
			if b.kind == "module" {
				calls = append(calls, merlon.Call{Address: "module." + b.labels[0], Range: b.block.Range, Header: b.block.Header})
				continue
			}
			r := &merlon.Resource{
				Type: b.labels[0], Name: b.labels[1], Address: b.labels[0] + "." + b.labels[1], Body: b.block,
				Origin: merlon.Origin{Source: merlon.SourceCode, Root: ".", Range: b.block.Range, Header: b.block.Header},
			}
			if name == "mod/main.tf" {
				r.Module, r.Origin.Calls = calls[0].Address, calls[:1]
				r.Address = r.Module + "." + r.Address
			}
			resources = append(resources, r)
		}
	}
	estate := merlon.NewEstate(merlon.SourceCode, resources, nil)
	estate.Comments = comments
	estate.Workspace = "default"
	return estate
}

type fixtureBlock struct {
	kind   string
	labels []string
	block  *merlon.Block
}

type fixtureParser struct {
	t        *testing.T
	file     string
	blocks   []fixtureBlock
	comments []merlon.Comment
	open     []*merlon.Block
}

func (p *fixtureParser) at(line int) merlon.Range {
	return merlon.Range{File: p.file, Start: merlon.Pos{Line: int32(line), Column: 1}, End: merlon.Pos{Line: int32(line), Column: 80}}
}

func (p *fixtureParser) parse(source string) {
	pending := 0
	for i, text := range strings.Split(source, "\n") {
		line := i + 1
		code, comment, commented := strings.Cut(text, "#")
		code = strings.TrimSpace(code)
		if code != "" {
			for ; pending > 0; pending-- {
				p.comments[len(p.comments)-pending].Next = int32(line)
			}
			p.code(code, line)
		}
		if commented {
			c := merlon.Comment{Range: p.at(line), Text: strings.TrimSpace(comment), Trailing: code != ""}
			if !c.Trailing {
				pending++
			}
			p.comments = append(p.comments, c)
			// A trailing comment must not come between those that wait.
			if c.Trailing && pending > 0 {
				p.t.Fatalf("line %d: trailing comment while others wait", line)
			}
		}
	}
}

func (p *fixtureParser) code(code string, line int) {
	fields := strings.Fields(strings.ReplaceAll(code, `"`, ""))
	switch {
	case code == "}":
		last := p.open[len(p.open)-1]
		last.Range.End = merlon.Pos{Line: int32(line), Column: 80}
		p.open = p.open[:len(p.open)-1]
	case strings.HasSuffix(code, "{"):
		b := &merlon.Block{Range: p.at(line), Header: p.at(line)}
		if len(p.open) == 0 {
			p.blocks = append(p.blocks, fixtureBlock{fields[0], fields[1 : len(fields)-1], b})
		} else {
			a := p.attribute(fields[0], line)
			a.Blocks = append(a.Blocks, b)
		}
		p.open = append(p.open, b)
	default:
		a := p.attribute(fields[0], line)
		a.Value = cty.StringVal(strings.Join(fields[2:], " "))
		if n, err := strconv.Atoi(fields[2]); err == nil {
			a.Value = cty.NumberIntVal(int64(n))
		}
		if fields[2] == "unknown" {
			a.Value = cty.UnknownVal(cty.String)
		}
	}
}

// attribute finds or makes an attribute, keeping them sorted.
func (p *fixtureParser) attribute(name string, line int) *merlon.Attribute {
	b := p.open[len(p.open)-1]
	if a := b.Find(name); a != nil {
		return a
	}
	i := 0
	for i < len(b.Attributes) && b.Attributes[i].Name < name {
		i++
	}
	b.Attributes = append(b.Attributes, merlon.Attribute{})
	copy(b.Attributes[i+1:], b.Attributes[i:])
	b.Attributes[i] = merlon.Attribute{Name: name, Range: p.at(line)}
	return &b.Attributes[i]
}

func run(t *testing.T, estate *merlon.Estate, opts Options) *merlon.Assessment {
	t.Helper()
	if opts.Checks == nil {
		opts.Checks = catalog[:3]
	}
	if opts.Known == nil {
		opts.Known = catalog
	}
	opts.Today = today
	a, err := Run(t.Context(), estate, opts)
	if err != nil {
		t.Fatalf("Run: %v", err)
	}
	return a
}

// states lists the findings as "check line result".
func states(a *merlon.Assessment) []string {
	var out []string
	for _, f := range a.Findings {
		out = append(out, f.Check.ID+" "+f.Range.String()+" "+string(f.Result))
	}
	return out
}

func summaries(gaps []merlon.Gap) []string {
	var out []string
	for _, g := range gaps {
		out = append(out, g.Summary)
	}
	return out
}
