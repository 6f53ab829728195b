package config

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// severityOf reads a severity as other tools write it.
func severityOf(value any) (string, bool) {
	s, _ := value.(string)
	s = strings.ToLower(strings.TrimSpace(s))
	switch s {
	case "unknown", "none", "trace":
		s = "info"
	case "error":
		s = "high"
	case "warning":
		s = "medium"
	}
	return s, slices.Contains(severityNames, s)
}

// setLeast runs only checks of a severity and above.
func (m *migration) setLeast(key string, value any) {
	severity, ok := severityOf(value)
	if !ok {
		m.note("%s is not a severity and was left out", short(key))
		return
	}
	m.least = severity
}

func (m *migration) tfsec(key string, value any) {
	switch key {
	case "minimum_severity", "minimumseverity": // in JSON, and in YAML
		m.setLeast(key, value)
	case "exclude":
		m.exclude = append(m.exclude, textList(value)...)
	case "include":
		m.include = append(m.include, textList(value)...)
	case "severity_overrides":
		m.severities(value)
	case "min_required_version":
		m.note("min_required_version is a version of tfsec: set min_version to one of merlon")
	default:
		m.none(key)
	}
}

func (m *migration) severities(value any) {
	table, _ := value.(map[string]any)
	out := make(map[string]string)
	for _, check := range slices.Sorted(maps.Keys(table)) {
		severity, ok := severityOf(table[check])
		if !ok || check == "" {
			m.note("the severity of %s is not one of merlon's and was left out", short(check))
			continue
		}
		if m.knows(check) {
			out[check] = severity
		}
	}
	if len(out) > 0 {
		m.out["severity"] = out
	}
}

// none notes a key that merlon has nothing for.
func (m *migration) none(key string) { m.note("%s has no counterpart in merlon", short(key)) }

// paths excludes globs from the reading.
func (m *migration) paths(globs []string) {
	exclude, _ := m.out["exclude"].([]string)
	for _, glob := range globs {
		glob = strings.Trim(strings.TrimPrefix(glob, "./"), "/")
		if glob == "" || validGlob(glob) != nil {
			m.note("the path %q is not a glob that merlon reads and was left out", short(glob))
			continue
		}
		exclude = append(exclude, glob)
	}
	if len(exclude) > 0 {
		m.out["exclude"] = exclude
	}
}

func (m *migration) trivy(key string, value any) {
	table, _ := value.(map[string]any)
	switch key {
	case "severity":
		m.trivySeverity(textList(value))
	case "exit-code":
		if fmt.Sprint(value) == "0" {
			m.out["fail_on"] = "none"
		}
	case "scan":
		for _, name := range slices.Sorted(maps.Keys(table)) {
			switch name {
			case "skip-dirs", "skip-files":
				m.paths(textList(table[name]))
			default:
				m.none("scan." + name)
			}
		}
	case "misconfiguration":
		for _, name := range slices.Sorted(maps.Keys(table)) {
			m.trivyMisconfiguration(name, table[name])
		}
	case "format", "output":
		m.note("%s is left out: give merlon the reports to write under output", key)
	case "ignorefile":
		m.note("merlon reads .trivyignore and .trivyignore.yaml as they are; migrate them to keep all exceptions in one file")
	default:
		m.none(key)
	}
}

// trivySeverity turns a list of severities into the least of them: merlon has
// no selection with holes.
func (m *migration) trivySeverity(list []string) {
	var named []int
	for _, name := range list {
		severity, ok := severityOf(name)
		if !ok {
			m.note("the severity %q is not one of merlon's and was left out", short(name))
			continue
		}
		named = append(named, slices.Index(severityNames, severity))
	}
	if len(named) == 0 {
		return
	}
	least := slices.Min(named)
	m.least = severityNames[least]
	for i := least; i < len(severityNames); i++ {
		if !slices.Contains(named, i) {
			m.note("severity leaves out %s: merlon runs it too, because a selection has no holes", severityNames[i])
		}
	}
	if least == 0 {
		m.least = "" // all of them
	}
}

func (m *migration) trivyMisconfiguration(name string, value any) {
	table, _ := value.(map[string]any)
	if name != "terraform" {
		m.none("misconfiguration." + name)
		return
	}
	for _, key := range slices.Sorted(maps.Keys(table)) {
		if key != "vars" {
			m.none("misconfiguration.terraform." + key)
			continue
		}
		if files := textList(table[key]); len(files) > 0 {
			m.out["terraform"] = map[string]any{"var_files": files}
		}
	}
}

func (m *migration) checkov(key string, value any) {
	switch strings.ReplaceAll(key, "_", "-") {
	case "skip-check":
		for _, name := range textList(value) {
			severity, ok := severityOf(name)
			if !ok {
				m.exclude = append(m.exclude, name)
				continue
			}
			if i := slices.Index(severityNames, severity) + 1; i < len(severityNames) {
				m.least = severityNames[i]
			} else {
				m.note("skip-check %s would skip everything and was left out", name)
			}
		}
	case "check":
		for _, name := range textList(value) {
			if severity, ok := severityOf(name); ok {
				m.least = severity
				continue
			}
			m.include = append(m.include, name)
		}
	case "skip-path":
		m.regexps(textList(value))
	case "var-file":
		if files := textList(value); len(files) > 0 {
			m.out["terraform"] = map[string]any{"var_files": files}
		}
	case "soft-fail":
		if value == true {
			m.out["fail_on"] = "none"
		}
	case "hard-fail-on":
		for _, name := range textList(value) {
			if severity, ok := severityOf(name); ok {
				m.out["fail_on"] = severity
			} else {
				m.note("hard-fail-on %s: merlon fails by severity; give the check one under severity", short(name))
			}
		}
	case "baseline":
		m.note("baseline is Checkov's file: migrate it, or write a baseline with merlon")
	case "output", "output-file-path":
		m.note("%s is left out: give merlon the reports to write under output", key)
	default:
		m.none(key)
	}
}

// plainPath is a regular expression that is a path, with at most the anchors
// and dots that people put there.
var plainPath = regexp.MustCompile(`^\^?[\w./ -]+\$?$`)

// regexps turns Checkov's regular expressions into globs where they are plain
// paths; a search finds them anywhere in the path.
func (m *migration) regexps(patterns []string) {
	var globs []string
	for _, pattern := range patterns {
		if !plainPath.MatchString(pattern) {
			m.note("the path %q is a regular expression: write it as a glob under exclude", short(pattern))
			continue
		}
		glob := strings.Trim(strings.TrimPrefix(strings.TrimSuffix(pattern, "$"), "^"), "/")
		if !strings.HasPrefix(pattern, "^") && !strings.HasPrefix(pattern, "/") {
			glob = "**/" + glob
		}
		globs = append(globs, glob)
	}
	m.paths(globs)
}

func (m *migration) terrascan(key string, value any) {
	table, _ := value.(map[string]any)
	for _, name := range slices.Sorted(maps.Keys(table)) {
		switch key + "." + name {
		case "rules.skip-rules":
			m.exclude = append(m.exclude, textList(table[name])...)
		case "rules.scan-rules":
			m.include = append(m.include, textList(table[name])...)
		case "severity.level":
			m.setLeast(key, table[name])
		default:
			m.none(key + "." + name)
		}
	}
	if table == nil {
		m.none(key)
	}
}

func (m *migration) kics(key string, value any) {
	switch strings.ReplaceAll(key, "_", "-") {
	case "exclude-queries":
		m.exclude = append(m.exclude, textList(value)...)
	case "include-queries":
		m.include = append(m.include, textList(value)...)
	case "exclude-paths":
		m.paths(textList(value))
	case "exclude-severities":
		m.kicsSeverities(textList(value))
	case "fail-on":
		var named []int
		for _, name := range textList(value) {
			if severity, ok := severityOf(name); ok {
				named = append(named, slices.Index(severityNames, severity))
			}
		}
		if len(named) > 0 {
			m.out["fail_on"] = severityNames[slices.Min(named)]
		}
	case "report-formats", "output-path", "output-name":
		m.note("%s is left out: give merlon the reports to write under output", short(key))
	default:
		m.none(key)
	}
}

// kicsSeverities leaves out the severities from the lowest up to the first
// that is not excluded.
func (m *migration) kicsSeverities(list []string) {
	excluded := make(map[string]bool)
	for _, name := range list {
		if severity, ok := severityOf(name); ok {
			excluded[severity] = true
		}
	}
	for _, severity := range severityNames {
		if !excluded[severity] {
			if severity != severityNames[0] {
				m.least = severity
			}
			break
		}
		delete(excluded, severity)
	}
	for _, severity := range slices.Sorted(maps.Keys(excluded)) {
		m.note("exclude-severities leaves out %s: merlon runs it too, because a selection has no holes", severity)
	}
}
