package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"merlon"
)

// sarifSchema is the official schema, as go-sarif has it in a constant.
func sarifSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	dir, err := exec.CommandContext(t.Context(), "go", "list", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif").Output()
	if err != nil {
		t.Skipf("no go command to find the schema with: %v", err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(dir)), "schema.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	literal := file.Scope.Lookup("schema").Decl.(*ast.ValueSpec).Values[0].(*ast.BasicLit)
	text, err := strconv.Unquote(literal.Value)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("sarif.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("sarif.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func TestSARIFSchema(t *testing.T) {
	schema := sarifSchema(t)
	s := newShop(t)
	opts := s.options()
	opts.ShowUndecided = true
	for name, a := range map[string]*merlon.Assessment{"shop": s.assessment(), "empty": {}} {
		out := render(t, "sarif", a, opts)
		dec := json.NewDecoder(bytes.NewReader(out))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&sarif.Report{}); err != nil {
			t.Errorf("%s: not SARIF to another reader: %v", name, err)
		}
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(out))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := schema.Validate(doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSARIFPlaces(t *testing.T) {
	s := newShop(t)
	var log struct {
		Runs []struct {
			Results []sarifResult
		}
	}
	if err := json.Unmarshal(render(t, "sarif", s.assessment(), s.options()), &log); err != nil {
		t.Fatal(err)
	}
	primary := map[string]string{}
	for _, r := range log.Runs[0].Results {
		l := r.Locations[0].Physical
		at := fmt.Sprintf("%s:%d", l.Artifact.URI, l.Region.StartLine)
		for _, rel := range r.Related {
			at += fmt.Sprintf(" <- %s:%d", rel.Physical.Artifact.URI, rel.Physical.Region.StartLine)
		}
		primary[r.RuleID+" "+r.Properties.Resource] = at
	}
	for key, want := range map[string]string{
		// The default of the variable is the place to fix.
		checkACL.ID + ` module.pictures["eu"].aws_s3_bucket.this`: "infra/shop/variables.tf:9 <- infra/shop/main.tf:11 <- infra/shop/modules/bucket/main.tf:10 <- infra/shop/modules/bucket/main.tf:8",
		// The module was fetched: its call is the user's, its code is not.
		checkQueue.ID + " module.queue.aws_sqs_queue.this": "infra/shop/main.tf:20 <- infra/shop/.terraform/modules/queue/main.tf:1 <- infra/shop/main.tf:26",
		checkTrail.ID + " ": "infra/shop/db.tf:1",
	} {
		if got := primary[key]; got != want {
			t.Errorf("%s: got %q, want %q", key, got, want)
		}
	}
}

func TestJUnitParses(t *testing.T) {
	s := newShop(t)
	a := s.assessment()
	var suites junitSuites
	if err := xml.Unmarshal(render(t, "junit", a, s.options()), &suites); err != nil {
		t.Fatal(err)
	}
	if suites.Failures != a.Counts.Failed || suites.Skipped != 2 || suites.Errors != len(a.Gaps) {
		t.Errorf("got %d failures, %d skipped, %d errors, want %d, 2, %d", suites.Failures, suites.Skipped, suites.Errors, a.Counts.Failed, len(a.Gaps))
	}
}

func TestCheckstyleParses(t *testing.T) {
	s := newShop(t)
	a := s.assessment()
	var report checkstyleReport
	if err := xml.Unmarshal(render(t, "checkstyle", a, s.options()), &report); err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, f := range report.Files {
		n += len(f.Errors)
	}
	if n != a.Counts.Failed {
		t.Errorf("got %d errors, want %d", n, a.Counts.Failed)
	}
}

func TestCSVRoundTrip(t *testing.T) {
	s := newShop(t)
	a := s.assessment()
	rows, err := csv.NewReader(bytes.NewReader(render(t, "csv", a, s.options()))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != len(a.Findings)+1 {
		t.Errorf("got %d rows, want a header and %d", len(rows), len(a.Findings))
	}
	for _, row := range rows {
		for i, c := range row {
			if c != "" && strings.ContainsRune("=+-@\t", rune(c[0])) {
				t.Errorf("column %s: %q is a formula to a spreadsheet", rows[0][i], c)
			}
		}
	}
}

func TestGitLabFields(t *testing.T) {
	s := newShop(t)
	var report gitlabReport
	if err := json.Unmarshal(render(t, "gitlab", s.assessment(), s.options()), &report); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(report.Version, "15.") || report.Scan.Type != "sast" || report.Scan.End != "2026-11-22T09:30:00" {
		t.Errorf("got version %s, scan %+v", report.Version, report.Scan)
	}
	ids := map[string]bool{}
	for _, v := range report.Vulnerabilities {
		if v.ID == "" || ids[v.ID] || len(v.Identifiers) == 0 || v.Location.File == "" || v.Location.Start < 1 {
			t.Errorf("got %+v, want an id of its own, an identifier, and a place", v)
		}
		ids[v.ID] = true
	}
	if len(ids) != 20 {
		t.Errorf("got %d vulnerabilities, want 20", len(ids))
	}
}

func TestCodeQualityFields(t *testing.T) {
	s := newShop(t)
	var issues []codeQualityIssue
	if err := json.Unmarshal(render(t, "codequality", s.assessment(), s.options()), &issues); err != nil {
		t.Fatal(err)
	}
	if len(issues) != 20 {
		t.Errorf("got %d issues, want 20", len(issues))
	}
	for _, i := range issues {
		if i.Fingerprint == "" || i.Location.Path == "" || strings.HasPrefix(i.Location.Path, "./") || i.Location.Lines.Begin < 1 {
			t.Errorf("got %+v, want a fingerprint and a place", i)
		}
	}
}

func TestMarkdownFitsAComment(t *testing.T) {
	a := many(3000)
	for i, f := range a.Findings { // no two alike
		f.Message = fmt.Sprintf("bucket number %d is open to everyone by its ACL", i)
		f.Check = &merlon.Check{ID: fmt.Sprintf("aws-s3-check-%d", i%700), Title: "A check", Why: strings.Repeat("why ", 20)}
	}
	a.Counts.BySeverity[merlon.High] = len(a.Findings)
	out := string(render(t, "markdown", a, Options{}))
	if n := utf8.RuneCountInString(out); n > maxMarkdown {
		t.Errorf("got %d characters, want at most %d", n, maxMarkdown)
	}
	if !strings.Contains(out, "Not shown here for want of room") || !strings.Contains(out, "3,000 problems") {
		t.Error("the comment does not tell what was cut")
	}
	if open, closed := strings.Count(out, "<details"), strings.Count(out, "</details>"); open != closed {
		t.Errorf("got %d details opened and %d closed", open, closed)
	}
}

func TestMarkdownIsOnlyText(t *testing.T) {
	s := newShop(t)
	out := string(render(t, "markdown", s.assessment(), s.options()))
	for line := range strings.SplitSeq(out, "\n") {
		if strings.HasPrefix(strings.TrimLeft(line, "> 0123456789"), "│") {
			continue // inside a code block
		}
		bare := line
		for {
			// Drop code spans: nothing in them is markup.
			i := strings.IndexByte(bare, '`')
			if i < 0 {
				break
			}
			n := len(bare[i:]) - len(strings.TrimLeft(bare[i:], "`"))
			if i > 0 && bare[i-1] == '\\' {
				bare = bare[:i-1] + bare[i+1:]
				continue
			}
			end := strings.Index(bare[i+n:], strings.Repeat("`", n))
			if end < 0 {
				break
			}
			bare = bare[:i] + bare[i+n+end+n:]
		}
		for _, bad := range []string{"<script", "@everyone", "http://evil"} {
			if strings.Contains(bare, bad) {
				t.Errorf("%q is live in %q", bad, line)
			}
		}
	}
}

func TestHTMLIsSelfContained(t *testing.T) {
	s := newShop(t)
	out := string(render(t, "html", s.assessment(), s.options()))
	for _, bad := range []string{"<script>alert", " src=", "<link", "@import", "url("} {
		if strings.Contains(out, bad) {
			t.Errorf("the page has %q", bad)
		}
	}
	if n := strings.Count(out, "<script"); n != 1 {
		t.Errorf("got %d scripts, want merlon's own", n)
	}
}

func TestGitHubAnnotations(t *testing.T) {
	a := many(200)
	for i, f := range a.Findings {
		f.Range.Start.Line = int32(i + 1)
		f.Cause = nil
	}
	out := strings.TrimSpace(string(render(t, "github", a, Options{})))
	lines := strings.Split(out, "\n")
	if len(lines) != maxAnnotations+1 || !strings.Contains(lines[maxAnnotations], "190 more places") {
		t.Errorf("got %d lines, the last %q, want %d and one for the others", len(lines), lines[len(lines)-1], maxAnnotations)
	}
	s := newShop(t)
	for line := range strings.SplitSeq(strings.TrimSpace(string(render(t, "github", s.assessment(), s.options()))), "\n") {
		if !strings.HasPrefix(line, "::error ") && !strings.HasPrefix(line, "::warning ") && !strings.HasPrefix(line, "::notice ") {
			t.Errorf("%q is no annotation", line)
		}
	}
}
