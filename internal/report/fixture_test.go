package report

import (
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/zclconf/go-cty/cty"
	"golang.org/x/tools/txtar"

	"merlon"
)

// shop is the one assessment that every format renders: module calls, causes,
// many instances, secrets, hostile names, and all that is not a finding.
type shop struct {
	t      *testing.T
	source fs.FS
	text   map[string]string
}

func newShop(t *testing.T) *shop {
	t.Helper()
	data, err := os.ReadFile("testdata/shop.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	text := map[string]string{}
	for _, f := range txtar.Parse(data).Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
		text[f.Name] = string(f.Data)
	}
	return &shop{t: t, source: files, text: text}
}

// at finds text in a file, the nth time it occurs, counting from 0.
func (s *shop) at(file, needle string, nth int) merlon.Range {
	s.t.Helper()
	text, offset := s.text[file], 0
	for range nth + 1 {
		i := strings.Index(text[offset:], needle)
		if i < 0 {
			s.t.Fatalf("%s has no %q", file, needle)
		}
		offset += i + 1
	}
	offset--
	pos := func(offset int) merlon.Pos {
		before := text[:offset]
		line := before[strings.LastIndexByte(before, '\n')+1:]
		return merlon.Pos{Line: int32(strings.Count(before, "\n") + 1), Column: int32(len([]rune(line)) + 1)}
	}
	return merlon.Range{File: file, Start: pos(offset), End: pos(offset + len(needle))}
}

// block is the whole block that begins with a header.
func (s *shop) block(file, header string) (whole, head merlon.Range) {
	s.t.Helper()
	head = s.at(file, header, 0)
	offset := strings.Index(s.text[file], header)
	end := strings.Index(s.text[file][offset:], "\n}")
	whole = head
	whole.End = merlon.Pos{Line: head.Start.Line + int32(strings.Count(s.text[file][offset:offset+end], "\n")) + 1, Column: 2}
	return whole, head
}

func (s *shop) resource(file, address string, attributes ...merlon.Attribute) *merlon.Resource {
	s.t.Helper()
	parts := strings.Split(merlon.StripKeys(address), ".")
	typ, name := parts[len(parts)-2], parts[len(parts)-1]
	whole, head := s.block(file, fmt.Sprintf("resource %q %q", typ, name))
	slices.SortFunc(attributes, func(a, b merlon.Attribute) int { return strings.Compare(a.Name, b.Name) })
	r := &merlon.Resource{
		Address: address, Type: typ, Name: name,
		Origin: merlon.Origin{Source: merlon.SourceCode, Root: ".", Range: whole, Header: head},
		Body:   &merlon.Block{Range: whole, Header: head, Attributes: attributes},
	}
	if i := strings.LastIndex(address, "."+typ); i > 0 {
		r.Module = address[:i]
	}
	return r
}

func text(name, value string, at merlon.Range) merlon.Attribute {
	return merlon.Attribute{Name: name, Value: cty.StringVal(value), Range: at}
}

const hostile = "\x1b[2J\x07<script>alert(1)</script>|`@everyone`\u202etxt\n=cmd()]]>::error::%0A"

var (
	checkACL = &merlon.Check{
		ID: "aws-s3-bucket-acl-public", Title: "S3 bucket ACL lets everyone in", Severity: merlon.High,
		STRIDE: merlon.InformationDisclosure, CIA: merlon.Confidentiality, AAA: merlon.Authorization,
		Why:     "Anybody on the internet can read, and maybe change, what is in the bucket.",
		Fix:     "Remove the ACL and serve the objects through CloudFront with an origin access control.",
		Sources: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"},
		Aliases: []string{"CKV_AWS_20", "AVD-AWS-0092"},
	}
	checkSSH = &merlon.Check{
		ID: "aws-ec2-security-group-admin-port-open", Title: "Security group opens an administration port to the internet", Severity: merlon.Critical,
		STRIDE: merlon.Spoofing | merlon.ElevationOfPrivilege, CIA: merlon.Confidentiality | merlon.Integrity, AAA: merlon.Authentication,
		Why: "Bots try passwords and exploits on every open SSH port within minutes.",
		Fix: "Use Session Manager, or allow the port from the office's network only.",
	}
	checkUserData = &merlon.Check{
		ID: "aws-ec2-instance-user-data-secret", Title: "User data holds a credential", Severity: merlon.Critical,
		STRIDE: merlon.InformationDisclosure, CIA: merlon.Confidentiality,
		Why: "User data can be read by every process on the instance and by everybody who may describe it.",
		Fix: "Give the instance a role, and rotate the credential: it is in the repository's history.",
	}
	checkStorage = &merlon.Check{
		ID: "aws-rds-instance-encryption", Title: "Database storage is not encrypted", Severity: merlon.Medium,
		CIA: merlon.Confidentiality, Why: "A copied snapshot can be read.", Fix: "Set storage_encrypted = true.",
		Aliases: []string{"CKV_AWS_16"},
	}
	checkQueue = &merlon.Check{
		ID: "aws-sqs-queue-encryption", Title: "Queue is not encrypted with a customer key", Severity: merlon.Low,
		CIA: merlon.Confidentiality, Why: "The key's policy is a second lock.", Fix: "Set kms_master_key_id.",
	}
	checkLogs = &merlon.Check{
		ID: "aws-cloudwatch-log-group-retention", Title: "Log group forgets too early", Severity: merlon.Info,
		STRIDE: merlon.Repudiation, AAA: merlon.Accounting,
		Why: "What happened months ago cannot be told any more.", Fix: "Set retention_in_days to 365 or more.",
	}
	checkTrail = &merlon.Check{
		ID: "aws-cloudtrail-trail-exists", Title: "No trail records what happens in the account", Severity: merlon.Medium,
		STRIDE: merlon.Repudiation, AAA: merlon.Accounting, Why: "Nobody can tell who did what.", Fix: "Add an aws_cloudtrail.",
	}
)

// assessment is the fixed assessment.
func (s *shop) assessment() *merlon.Assessment {
	s.t.Helper()
	anywhere := s.at("main.tf", `["0.0.0.0/0"]`, 0)
	cidr := s.at("main.tf", "local.anywhere", 0)
	sg := s.resource("main.tf", "aws_security_group.web", merlon.Attribute{
		Name: "ingress", Value: cty.NilVal,
		Blocks: []*merlon.Block{{
			Header: s.at("main.tf", "ingress", 0),
			Range:  merlon.Range{File: "main.tf", Start: s.at("main.tf", "ingress {", 0).Start, End: merlon.Pos{Line: cidr.Start.Line + 1, Column: 4}},
			Attributes: []merlon.Attribute{{
				Name: "cidr_blocks", Value: cty.TupleVal([]cty.Value{cty.StringVal("0.0.0.0/0")}), Range: cidr,
				Cause: &merlon.Cause{Kind: merlon.CauseLocal, Name: "local.anywhere", Range: anywhere},
			}},
		}},
	})
	db := s.resource("db.tf", "aws_db_instance.shop",
		merlon.Attribute{Name: "password", Value: cty.StringVal("correct-horse-battery"), Sensitive: true, Range: s.at("db.tf", `"correct-horse-battery"`, 0)},
		merlon.Attribute{Name: "storage_encrypted", Value: cty.False, Range: s.at("db.tf", "false", 0)})
	unusual := s.resource("db.tf", "aws_db_instance.小さな店",
		merlon.Attribute{Name: "storage_encrypted", Value: cty.False, Range: s.at("db.tf", "false", 1)})
	queue := s.resource(".terraform/modules/queue/main.tf", "module.queue.aws_sqs_queue.this")
	callRange, callHeader := s.block("main.tf", `module "queue"`)
	queue.Origin.Calls = []merlon.Call{{Address: "module.queue", Range: callRange, Header: callHeader}}
	resources := []*merlon.Resource{sg, db, unusual, queue}

	var findings []*merlon.Finding
	ask := func(c *merlon.Check, r *merlon.Resource, run func(*merlon.Pass)) {
		pass := merlon.NewPass(c, nil, merlon.DefaultSettings(), r)
		run(pass)
		findings = append(findings, pass.Findings()...)
	}
	var reports []func()

	acl := func(module string, cause *merlon.Cause) {
		value := cause.Name
		r := s.resource("modules/bucket/main.tf", module+".aws_s3_bucket_acl.this", merlon.Attribute{
			Name: "acl", Value: cty.StringVal(value), Range: s.at("modules/bucket/main.tf", "var.acl", 0), Cause: cause,
		})
		bucket := s.resource("modules/bucket/main.tf", module+".aws_s3_bucket.this")
		resources = append(resources, r, bucket)
		reports = append(reports, func() {
			ask(checkACL, bucket, func(p *merlon.Pass) { p.Reportf(r.Attr("acl"), "bucket %q is open to everyone by its ACL", "this") })
		})
	}
	byDefault := &merlon.Cause{Kind: merlon.CauseArgument, Name: "acl", Range: s.at("main.tf", "var.acl", 0),
		Next: &merlon.Cause{Kind: merlon.CauseDefault, Name: "var.acl", Range: s.at("variables.tf", `"public-read"`, 0)}}
	for _, region := range []string{"eu", "us", "ap", "sa", "af", "me"} {
		acl(fmt.Sprintf("module.pictures[%q]", region), byDefault)
	}
	acl("module.logs", &merlon.Cause{Kind: merlon.CauseArgument, Name: "acl", Range: s.at("main.tf", `"public-read-write"`, 0)})

	for i := range 3 {
		w := s.resource("main.tf", fmt.Sprintf("aws_instance.worker[%d]", i),
			text("user_data", "export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE", s.at("main.tf", s.quoted("main.tf", "export AWS"), 0)))
		resources = append(resources, w)
		reports = append(reports, func() {
			ask(checkUserData, w, func(p *merlon.Pass) {
				p.Reportf(w.Attr("user_data"), "user data holds the AWS access key %s", "AKIAIOSFODNN7EXAMPLE")
			})
		})
	}
	for _, name := range []string{"a", "b", "c", "d", "e", "f"} {
		attributes := []merlon.Attribute{text("name", name, s.at("logs.tf", fmt.Sprintf("%q", name), 1))}
		if name == "f" {
			attributes = append(attributes, merlon.Attribute{Name: "retention_in_days", Value: cty.UnknownVal(cty.Number), Range: s.at("logs.tf", "var.days", 0)})
		}
		g := s.resource("logs.tf", "aws_cloudwatch_log_group."+name, attributes...)
		resources = append(resources, g)
		reports = append(reports, func() {
			ask(checkLogs, g, func(p *merlon.Pass) {
				if name == "f" {
					p.Undecided(g.Attr("retention_in_days"))
					return
				}
				f := p.Reportf(g.Attr("retention_in_days"), "log group %q keeps its events for ever or not long enough", name)
				if name == "e" {
					f.Result = merlon.Suppressed
					f.Suppression = &merlon.Suppression{Kind: "inline", Syntax: "merlon", Reason: "kept elsewhere", Owner: "ops", Until: "2027-01-31", Range: s.at("logs.tf", "# merlon:ignore", 0)}
				}
			})
		})
	}
	evil := s.resource("logs.tf", "aws_cloudwatch_log_group.a")
	evil.Address = `aws_cloudwatch_log_group.x["` + hostile + `"]`
	evil.Origin = merlon.Origin{Source: merlon.SourceCode, Root: ".", Header: merlon.Range{File: "no/such/" + hostile + ".tf", Start: merlon.Pos{Line: 3}}}
	resources = append(resources, evil)
	reports = append(reports, func() {
		ask(checkQueue, evil, func(p *merlon.Pass) {
			p.Reportf(evil, "name %s is odd", hostile).WithFix("=HYPERLINK(\"http://evil\") rename " + hostile)
		})
	})

	gaps := []merlon.Gap{
		{Kind: merlon.GapModule, Summary: `module "vpc" was not evaluated`, Detail: "Its source registry.example.com/vpc is not under .terraform/modules: run terraform init first.", Range: s.at("main.tf", `module "queue"`, 0), Address: "module.vpc"},
		{Kind: merlon.GapVariable, Summary: "var.days has no value", Range: s.at("logs.tf", "var.days", 0)},
		{Kind: merlon.GapEvaluation, Summary: "cannot evaluate " + hostile, Detail: "token = \"ghp_" + strings.Repeat("a1B2", 9) + "\"", Range: merlon.Range{File: "db.tf", Start: merlon.Pos{Line: 4}}},
	}
	estate := merlon.NewEstate(merlon.SourceCode, resources, gaps)
	for _, report := range reports {
		report()
	}
	ask(checkSSH, sg, func(p *merlon.Pass) {
		p.Reportf(sg.Attr("ingress", "cidr_blocks"), "security group %q lets the whole internet reach port %d", "web", 22)
	})
	ask(checkStorage, db, func(p *merlon.Pass) {
		p.Reportf(db.Attr("storage_encrypted"), "database %q is not encrypted (its password is %s)", "shop", "correct-horse-battery")
	})
	ask(checkStorage, unusual, func(p *merlon.Pass) {
		p.Reportf(unusual.Attr("storage_encrypted"), "database %q is not encrypted", "小さな店")
	})
	ask(checkQueue, queue, func(p *merlon.Pass) {
		p.Reportf(queue, "queue %q has no customer key", "orders").About(sg)
	})
	findings = append(findings, &merlon.Finding{Check: checkTrail, Result: merlon.Fail, Severity: merlon.Medium, Message: "no trail records the account"})

	slices.SortFunc(findings, merlon.CompareFindings)
	merlon.SetFingerprints(findings)
	a := &merlon.Assessment{
		Estate: estate, Findings: findings, Gaps: estate.Gaps,
		Checks:  []*merlon.Check{checkACL, checkSSH, checkUserData, checkStorage, checkQueue, checkLogs, checkTrail},
		Notices: []merlon.Gap{{Kind: merlon.GapSuppression, Summary: "the ignore of aws-s3-bucket-versioning suppresses nothing", Range: s.at("logs.tf", "# merlon:ignore", 0)}},
		Elapsed: 48 * time.Millisecond,
	}
	a.Counts = merlon.Counts{Resources: len(resources), DataSources: 1, Checks: len(a.Checks), Passed: 41}
	for _, f := range findings {
		switch f.Result {
		case merlon.Fail:
			a.Counts.Failed++
			a.Counts.BySeverity[f.Severity]++
		case merlon.Undecided:
			a.Counts.Undecided++
		case merlon.Suppressed:
			a.Counts.Suppressed++
		}
	}
	return a
}

// quoted is the quoted string that begins with some text.
func (s *shop) quoted(file, begins string) string {
	i := strings.Index(s.text[file], `"`+begins)
	end := strings.Index(s.text[file][i+1:], `"`)
	return s.text[file][i : i+end+2]
}

func (s *shop) options() Options {
	return Options{
		Source: s.source, Width: 100, Version: "1.0.0", Root: "shop", Prefix: "infra/shop",
		Now: time.Date(2026, 11, 22, 9, 30, 0, 0, time.UTC), FailOn: merlon.Medium,
	}
}
