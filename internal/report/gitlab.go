package report

import (
	"bufio"
	"encoding/json"
	"strings"
	"time"

	"merlon"
)

// gitlabVersion is the version of GitLab's report schemas that is written.
const gitlabVersion = "15.0.6"

type gitlabReport struct {
	Version         string                `json:"version"`
	Scan            gitlabScan            `json:"scan"`
	Vulnerabilities []gitlabVulnerability `json:"vulnerabilities"`
}

type gitlabScan struct {
	Analyzer gitlabTool      `json:"analyzer"`
	Scanner  gitlabTool      `json:"scanner"`
	Type     string          `json:"type"`
	Start    string          `json:"start_time"`
	End      string          `json:"end_time"`
	Status   string          `json:"status"`
	Messages []gitlabMessage `json:"messages,omitempty"`
}

type gitlabTool struct {
	ID      string       `json:"id"`
	Name    string       `json:"name"`
	Version string       `json:"version"`
	Vendor  gitlabVendor `json:"vendor"`
}

type gitlabVendor struct {
	Name string `json:"name"`
}

type gitlabMessage struct {
	Level string `json:"level"`
	Value string `json:"value"`
}

type gitlabVulnerability struct {
	ID          string             `json:"id"`
	Name        string             `json:"name"`
	Description string             `json:"description"`
	Severity    string             `json:"severity"`
	Solution    string             `json:"solution,omitempty"`
	Location    gitlabLocation     `json:"location"`
	Identifiers []gitlabIdentifier `json:"identifiers"`
	Links       []gitlabLink       `json:"links,omitempty"`
}

type gitlabLocation struct {
	File  string `json:"file"`
	Start int    `json:"start_line"`
	End   int    `json:"end_line,omitempty"`
	Class string `json:"class,omitempty"`
}

type gitlabIdentifier struct {
	Type  string `json:"type"`
	Name  string `json:"name"`
	Value string `json:"value"`
	URL   string `json:"url,omitempty"`
}

type gitlabLink struct {
	URL string `json:"url"`
}

// gitlab writes a SAST report for GitLab's vulnerability pages. Suppressed
// findings are left out: GitLab has no word for them.
func (p *page) gitlab(w *bufio.Writer) error {
	version := p.opts.Version
	if version == "" {
		version = "dev"
	}
	tool := gitlabTool{ID: "merlon", Name: "merlon", Version: version, Vendor: gitlabVendor{"merlon"}}
	const form = "2006-01-02T15:04:05"
	now := p.opts.Now.UTC()
	report := gitlabReport{
		Version: gitlabVersion,
		Scan: gitlabScan{
			Analyzer: tool, Scanner: tool, Type: "sast", Status: "success",
			Start: now.Add(-p.a.Elapsed).Truncate(time.Second).Format(form), End: now.Format(form),
		},
		Vulnerabilities: []gitlabVulnerability{},
	}
	for _, g := range p.a.Gaps {
		value := p.clean(g.Summary)
		if at := plain(p.at(g.Range)); at != "" {
			value = at + ": " + value
		}
		report.Scan.Messages = append(report.Scan.Messages, gitlabMessage{"warn", value})
	}
	for _, f := range p.findings(merlon.Fail) {
		report.Vulnerabilities = append(report.Vulnerabilities, p.gitlabVulnerability(f))
	}
	return writeJSON(w, report)
}

func (p *page) gitlabVulnerability(f *merlon.Finding) gitlabVulnerability {
	at := p.fixAt(f)
	v := gitlabVulnerability{
		ID: f.Fingerprint, Name: cutBytes(f.Check.Title, 255), Severity: gitlabSeverity(f.Severity),
		Solution: cutBytes(plain(p.remedy(f)), 7000),
		Location: gitlabLocation{File: plain(at.File), Start: int(at.Start.Line), End: int(at.End.Line), Class: plain(p.address(f))},
		Identifiers: []gitlabIdentifier{
			{Type: "merlon", Name: f.Check.ID, Value: f.Check.ID},
		},
	}
	// GitLab reads the description as Markdown.
	description := mdText(plain(p.message(f)))
	if a := plain(p.address(f)); a != "" {
		description = mdCode(a) + ": " + description
	}
	if f.Check.Why != "" {
		description += "\n\n" + mdText(sentence(f.Check.Why))
	}
	v.Description = cutBytes(description, 1<<20)
	for _, alias := range f.Check.Aliases {
		kind, _, _ := strings.Cut(strings.ToLower(alias), "_")
		v.Identifiers = append(v.Identifiers, gitlabIdentifier{Type: kind, Name: alias, Value: alias})
	}
	for _, s := range f.Check.Sources {
		if !strings.HasPrefix(s, "https://") && !strings.HasPrefix(s, "http://") {
			continue
		}
		v.Links = append(v.Links, gitlabLink{s})
	}
	return v
}

// cutBytes bounds text at a rune's end.
func cutBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n-len("…")], "") + "…"
}

func gitlabSeverity(s merlon.Severity) string {
	name := s.String()
	return strings.ToUpper(name[:1]) + name[1:]
}

type codeQualityIssue struct {
	Description string              `json:"description"`
	Check       string              `json:"check_name"`
	Fingerprint string              `json:"fingerprint"`
	Severity    string              `json:"severity"`
	Location    codeQualityLocation `json:"location"`
}

type codeQualityLocation struct {
	Path  string           `json:"path"`
	Lines codeQualityLines `json:"lines"`
}

type codeQualityLines struct {
	Begin int `json:"begin"`
	End   int `json:"end,omitempty"`
}

// codequality writes GitLab's code quality report, which merge requests of
// every tier show.
func (p *page) codequality(w *bufio.Writer) error {
	issues := []codeQualityIssue{}
	for _, f := range p.findings(merlon.Fail) {
		at := p.fixAt(f)
		description := f.Check.Title + ": " + plain(p.message(f))
		issues = append(issues, codeQualityIssue{
			Description: description, Check: f.Check.ID, Fingerprint: f.Fingerprint, Severity: codeQualitySeverity(f.Severity),
			Location: codeQualityLocation{Path: plain(at.File), Lines: codeQualityLines{int(at.Start.Line), int(at.End.Line)}},
		})
	}
	return writeJSON(w, issues)
}

func codeQualitySeverity(s merlon.Severity) string {
	return [...]string{"info", "minor", "major", "critical", "blocker"}[min(s, merlon.Critical)]
}

func writeJSON(w *bufio.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
