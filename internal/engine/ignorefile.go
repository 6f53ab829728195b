package engine

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"

	"merlon"
)

// vulnerability matches the ids in a .trivyignore that are not about
// configuration at all.
var vulnerability = regexp.MustCompile(`^(?i:CVE|GHSA|RHSA|ALAS|DSA|DLA|USN|TEMP|GMS|OSV|PYSEC|GO)-`)

// ParseTrivyIgnore reads a .trivyignore file: an id a line, with an optional
// exp:yyyy-mm-dd, and comments. A comment above an id, or after it, is its
// reason. Ids of vulnerabilities are passed over. Lines that are malformed
// are notices.
func ParseTrivyIgnore(data []byte, name string) (exceptions []Exception, notices []merlon.Gap) {
	comment := ""
	number := int32(0)
	for line := range strings.Lines(string(data)) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			comment = explanation(line)
			continue
		}
		e, err := parseTrivyLine(line)
		e.Range = lineRange(name, number)
		if e.Reason == "" {
			e.Reason = comment
		}
		switch {
		case err != nil:
			notices = append(notices, notice(e.Range, malformed("trivy", line, "%v", err)))
		case !vulnerability.MatchString(e.Checks[0]):
			exceptions = append(exceptions, e)
		}
	}
	return exceptions, notices
}

func parseTrivyLine(line string) (Exception, error) {
	line, reason, _ := strings.Cut(line, "#")
	e := Exception{Kind: KindIgnoreFile, Syntax: "trivy", Reason: explanation(reason)}
	fields := strings.Fields(line)
	if len(fields) == 0 {
		return e, errors.New("it names no check")
	}
	e.Checks = fields[:1]
	for _, field := range fields[1:] {
		date, ok := strings.CutPrefix(field, "exp:")
		if !ok {
			return e, fmt.Errorf("%q is not understood: want exp:yyyy-mm-dd", clip(field))
		}
		until, err := dayBefore(date)
		if err != nil {
			return e, err
		}
		e.Until = until
	}
	return e, nil
}

func lineRange(file string, line int32) merlon.Range {
	at := merlon.Pos{Line: line, Column: 1}
	return merlon.Range{File: file, Start: at, End: at}
}

// ParseTrivyIgnoreYAML reads the misconfigurations of a .trivyignore.yaml. An
// entry that is malformed is a notice; a file that is not such YAML an error.
func ParseTrivyIgnoreYAML(data []byte, name string) (exceptions []Exception, notices []merlon.Gap, err error) {
	var file struct {
		Misconfigurations []yaml.Node `yaml:"misconfigurations"`
	}
	if err := yaml.Unmarshal(data, &file); err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", name, err)
	}
	for i := range file.Misconfigurations {
		node := &file.Misconfigurations[i]
		rng := lineRange(name, int32(node.Line))
		e, err := parseTrivyEntry(node)
		if err != nil {
			notices = append(notices, notice(rng, malformed("trivy", "misconfigurations", "%v", err)))
			continue
		}
		e.Range = rng
		exceptions = append(exceptions, e)
	}
	return exceptions, notices, nil
}

func parseTrivyEntry(node *yaml.Node) (Exception, error) {
	var entry struct {
		ID        string   `yaml:"id"`
		Paths     []string `yaml:"paths"`
		ExpiredAt string   `yaml:"expired_at"`
		Statement string   `yaml:"statement"`
	}
	if err := node.Decode(&entry); err != nil {
		return Exception{}, errors.New("the entry is not understood: want id, paths, expired_at and statement")
	}
	if strings.TrimSpace(entry.ID) == "" {
		return Exception{}, errors.New("the entry has no id")
	}
	e := Exception{Checks: []string{entry.ID}, Paths: entry.Paths, Reason: entry.Statement, Kind: KindIgnoreFile, Syntax: "trivy"}
	if entry.ExpiredAt != "" {
		date, _, _ := strings.Cut(entry.ExpiredAt, "T") // YAML may give a time too
		until, err := dayBefore(date)
		if err != nil {
			return Exception{}, err
		}
		e.Until = until
	}
	return e, nil
}

// ParseCheckovBaseline reads a .checkov.baseline as exceptions: one for each
// resource that failed, with the ids that it failed.
func ParseCheckovBaseline(data []byte, name string) ([]Exception, error) {
	var file struct {
		FailedChecks []struct {
			File     string `json:"file"`
			Findings []struct {
				Resource string   `json:"resource"`
				CheckIDs []string `json:"check_ids"`
			} `json:"findings"`
		} `json:"failed_checks"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	var exceptions []Exception
	for _, failed := range file.FailedChecks {
		for _, finding := range failed.Findings {
			if len(finding.CheckIDs) == 0 || finding.Resource == "" {
				continue
			}
			e := Exception{
				Checks: finding.CheckIDs, Addresses: []string{finding.Resource},
				Reason: "in the baseline of Checkov", Kind: KindBaseline, Syntax: "checkov",
				Range: merlon.Range{File: name},
			}
			if file := strings.TrimLeft(failed.File, "/"); file != "" {
				e.Paths = []string{literalGlob.Replace(file)}
			}
			exceptions = append(exceptions, e)
		}
	}
	return exceptions, nil
}

// literalGlob makes a glob of a file name that matches nothing else.
var literalGlob = strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`, `{`, `\{`)
