package report

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"strings"

	"merlon"
)

type junitSuites struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Skipped  int          `xml:"skipped,attr"`
	Errors   int          `xml:"errors,attr"`
	Time     string       `xml:"time,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name      string      `xml:"name,attr"`
	Tests     int         `xml:"tests,attr"`
	Failures  int         `xml:"failures,attr"`
	Skipped   int         `xml:"skipped,attr"`
	Errors    int         `xml:"errors,attr"`
	Timestamp string      `xml:"timestamp,attr,omitempty"`
	Cases     []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	File    string        `xml:"file,attr,omitempty"`
	Line    int           `xml:"line,attr,omitempty"`
	Failure *junitMessage `xml:"failure"`
	Error   *junitMessage `xml:"error"`
	Skipped *junitMessage `xml:"skipped"`
}

type junitMessage struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr,omitempty"`
	Text    string `xml:",chardata"`
}

// junit writes a suite for each check that ran and a case for each finding. A
// check without findings is one case that passes, so that a green run shows
// what was looked at; gaps are errors of a suite of their own.
func (p *page) junit(w *bufio.Writer) error {
	byCheck := map[*merlon.Check][]junitCase{}
	checks := append([]*merlon.Check(nil), p.a.Checks...)
	known := map[*merlon.Check]bool{}
	for _, c := range checks {
		known[c] = true
	}
	results := append(append(p.findings(merlon.Fail), p.findings(merlon.Undecided)...), p.findings(merlon.Suppressed)...)
	for _, f := range results {
		if !known[f.Check] {
			known[f.Check] = true
			checks = append(checks, f.Check)
		}
		byCheck[f.Check] = append(byCheck[f.Check], p.junitCase(f))
	}
	suites := junitSuites{Name: "merlon", Time: fmt.Sprintf("%.3f", p.a.Elapsed.Seconds())}
	for _, c := range checks {
		cases := byCheck[c]
		if cases == nil {
			cases = []junitCase{{Name: c.Title, Class: c.ID}}
		}
		suites.add(p, c.ID, cases)
	}
	if len(p.a.Gaps) > 0 {
		suites.add(p, "not evaluated", p.junitGaps())
	}
	return writeXML(w, suites)
}

func (s *junitSuites) add(p *page, name string, cases []junitCase) {
	suite := junitSuite{Name: name, Cases: cases, Tests: len(cases)}
	if !p.opts.Now.IsZero() {
		suite.Timestamp = p.opts.Now.UTC().Format("2006-01-02T15:04:05")
	}
	for _, c := range cases {
		switch {
		case c.Failure != nil:
			suite.Failures++
		case c.Error != nil:
			suite.Errors++
		case c.Skipped != nil:
			suite.Skipped++
		}
	}
	s.Tests += suite.Tests
	s.Failures += suite.Failures
	s.Errors += suite.Errors
	s.Skipped += suite.Skipped
	s.Suites = append(s.Suites, suite)
}

func (p *page) junitCase(f *merlon.Finding) junitCase {
	at := p.fixAt(f)
	name := plain(p.address(f))
	if name == "" {
		name = f.Check.Title
	}
	if f.Path != "" {
		name += " " + p.clean(f.Path)
	}
	c := junitCase{Name: name, Class: f.Check.ID, File: plain(at.File), Line: int(at.Start.Line)}
	message := plain(p.message(f))
	switch f.Result {
	case merlon.Undecided:
		c.Skipped = &junitMessage{Message: "undecided: " + message}
	case merlon.Suppressed:
		c.Skipped = &junitMessage{Message: "suppressed: " + message}
	default:
		c.Failure = &junitMessage{Message: message, Type: f.Severity.String(), Text: p.details(f)}
	}
	return c
}

// details is a finding in a few plain lines.
func (p *page) details(f *merlon.Finding) string {
	lines := []string{"", f.Check.Title + " [" + f.Check.ID + "]"}
	if at := p.at(f.Range); at != "" {
		lines = append(lines, "at "+plain(at))
	}
	for i := len(f.Cause) - 1; i >= 0; i-- {
		lines = append(lines, "set by "+plain(p.at(f.Cause[i].Range))+" "+plain(p.step(&f.Cause[i])))
	}
	if fix := p.remedy(f); fix != "" {
		lines = append(lines, "fix: "+plain(fix))
	}
	return strings.Join(lines, "\n") + "\n"
}

func (p *page) junitGaps() []junitCase {
	var cases []junitCase
	for _, g := range p.a.Gaps {
		summary := p.clean(g.Summary)
		cases = append(cases, junitCase{
			Name: summary, Class: "gap." + string(g.Kind), File: plain(p.file(g.Range.File)), Line: int(g.Range.Start.Line),
			Error: &junitMessage{Message: summary, Type: string(g.Kind), Text: p.clean(g.Detail)},
		})
	}
	return cases
}

type checkstyleReport struct {
	XMLName xml.Name         `xml:"checkstyle"`
	Version string           `xml:"version,attr"`
	Files   []checkstyleFile `xml:"file"`
}

type checkstyleFile struct {
	Name   string            `xml:"name,attr"`
	Errors []checkstyleError `xml:"error"`
}

type checkstyleError struct {
	Line     int    `xml:"line,attr"`
	Column   int    `xml:"column,attr,omitempty"`
	Severity string `xml:"severity,attr"`
	Message  string `xml:"message,attr"`
	Source   string `xml:"source,attr"`
}

// checkstyle writes the findings by file, as editors and review bots read.
func (p *page) checkstyle(w *bufio.Writer) error {
	out := checkstyleReport{Version: "8.0"}
	index := map[string]int{}
	for _, f := range p.reported() {
		at := p.fixAt(f)
		name := plain(at.File)
		i, have := index[name]
		if !have {
			i = len(out.Files)
			index[name] = i
			out.Files = append(out.Files, checkstyleFile{Name: name})
		}
		message := plain(p.message(f))
		if a := plain(p.address(f)); a != "" {
			message = a + ": " + message
		}
		out.Files[i].Errors = append(out.Files[i].Errors, checkstyleError{
			Line: int(at.Start.Line), Column: int(at.Start.Column), Severity: checkstyleSeverity(f),
			Message: message, Source: "merlon." + f.Check.ID,
		})
	}
	return writeXML(w, out)
}

func checkstyleSeverity(f *merlon.Finding) string {
	switch {
	case f.Result == merlon.Undecided:
		return "info"
	case f.Severity >= merlon.High:
		return "error"
	case f.Severity == merlon.Medium:
		return "warning"
	}
	return "info"
}

func writeXML(w *bufio.Writer, v any) error {
	w.WriteString(xml.Header)
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	return w.WriteByte('\n')
}
