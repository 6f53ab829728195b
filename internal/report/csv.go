package report

import (
	"bufio"
	"encoding/csv"
	"strconv"
	"strings"

	"merlon"
)

var csvHeader = []string{
	"result", "severity", "check", "title", "service", "resource", "path", "file", "line",
	"fix_file", "fix_line", "message", "fix", "aliases", "stride", "cia", "aaa", "fingerprint",
	"suppressed_by", "reason", "owner", "until",
}

// csv writes a row a finding for spreadsheets: fails, undecided and suppressed
// ones, told apart by the first column.
func (p *page) csv(w *bufio.Writer) error {
	out := csv.NewWriter(w)
	row := append([]string(nil), csvHeader...)
	if err := out.Write(row); err != nil {
		return err
	}
	for _, result := range []merlon.Result{merlon.Fail, merlon.Undecided, merlon.Suppressed} {
		for _, f := range p.findings(result) {
			if err := out.Write(p.csvRow(f)); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

func (p *page) csvRow(f *merlon.Finding) []string {
	fix := primary(f)
	row := []string{
		string(f.Result), f.Severity.String(), f.Check.ID, f.Check.Title, f.Check.Service(),
		p.address(f), p.say(f.Path), p.file(f.Range.File), number(f.Range.Start.Line),
		p.file(fix.File), number(fix.Start.Line), p.message(f), p.remedy(f),
		strings.Join(f.Check.Aliases, " "), strings.Join(f.Check.STRIDE.Names(), " "),
		strings.Join(f.Check.CIA.Names(), " "), strings.Join(f.Check.AAA.Names(), " "), f.Fingerprint,
		"", "", "", "",
	}
	if s := f.Suppression; s != nil {
		copy(row[len(row)-4:], []string{s.Kind, p.say(s.Reason), p.say(s.Owner), s.Until})
	}
	for i := range row {
		row[i] = cell(row[i])
	}
	return row
}

func number(n int32) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(int(n))
}

// cell keeps a spreadsheet from taking a text for a formula:
// https://owasp.org/www-community/attacks/CSV_Injection
func cell(s string) string {
	s = plain(s)
	if s != "" && strings.ContainsRune("=+-@\t\r|%", rune(s[0])) {
		return "'" + s
	}
	return s
}
