package engine

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"merlon"
)

// A ToolConfig is what another tool's configuration says that merlon can
// follow as it stands.
type ToolConfig struct {
	Syntax string // "tfsec" or "checkov"
	// Include are the only checks to run, Exclude those not to run: ids and
	// globs. Names that merlon does not know become notices of Narrow.
	Include []string
	Exclude []string
	// Least is the least severity to run, nil for all; Above is set to run
	// only what is more severe.
	Least *merlon.Severity
	Above *merlon.Severity
	// Severities replace those of checks.
	Severities map[string]merlon.Severity
	// SkipPaths are regular expressions over files not to read.
	SkipPaths []*regexp.Regexp
	// Unused are keys of the file that have no effect in merlon.
	Unused []string
	// Range is the file.
	Range merlon.Range
}

// ParseTfsecConfig reads .tfsec/config.yml or .json.
func ParseTfsecConfig(data []byte, name string) (*ToolConfig, error) {
	c := &ToolConfig{Syntax: "tfsec", Range: merlon.Range{File: name}}
	err := eachKey(data, name, func(key string, value *yaml.Node) error {
		switch key {
		case "minimum_severity", "minimumseverity": // in JSON, and in YAML
			return c.setLeast(value)
		case "exclude":
			return setList(value, &c.Exclude)
		case "include":
			return setList(value, &c.Include)
		case "severity_overrides":
			return c.setSeverities(value)
		default:
			c.Unused = append(c.Unused, key)
		}
		return nil
	})
	return c, err
}

// ParseCheckovConfig reads .checkov.yaml. Severities among the checks are
// thresholds, as they are in Checkov.
func ParseCheckovConfig(data []byte, name string) (*ToolConfig, error) {
	c := &ToolConfig{Syntax: "checkov", Range: merlon.Range{File: name}}
	err := eachKey(data, name, func(key string, value *yaml.Node) error {
		switch strings.ReplaceAll(key, "_", "-") {
		case "check":
			var list []string
			if err := setList(value, &list); err != nil {
				return err
			}
			c.Include, c.Least = thresholds(list, c.Least)
		case "skip-check":
			var list []string
			if err := setList(value, &list); err != nil {
				return err
			}
			c.Exclude, c.Above = thresholds(list, c.Above)
		case "skip-path":
			var list []string
			if err := setList(value, &list); err != nil {
				return err
			}
			for _, pattern := range list {
				re, err := regexp.Compile(pattern)
				if err != nil {
					return fmt.Errorf("skip-path %q is not a regular expression that merlon reads", clip(pattern))
				}
				c.SkipPaths = append(c.SkipPaths, re)
			}
		default:
			c.Unused = append(c.Unused, key)
		}
		return nil
	})
	return c, err
}

// thresholds takes the severities out of a list of checks.
func thresholds(list []string, threshold *merlon.Severity) ([]string, *merlon.Severity) {
	var names []string
	for _, name := range list {
		if severity, err := toolSeverity(name); err == nil {
			threshold = &severity
			continue
		}
		names = append(names, name)
	}
	return names, threshold
}

// toolSeverity reads a severity as other tools name them.
func toolSeverity(name string) (merlon.Severity, error) {
	switch strings.ToLower(name) {
	case "none", "unknown":
		return merlon.Info, nil
	case "moderate":
		return merlon.Medium, nil
	case "error":
		return merlon.High, nil
	case "warning":
		return merlon.Medium, nil
	}
	return merlon.ParseSeverity(name)
}

// eachKey visits the top level of a YAML or JSON document.
func eachKey(data []byte, name string, visit func(key string, value *yaml.Node) error) error {
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	if doc.Kind == 0 || len(doc.Content) == 0 || doc.Content[0].Tag == "!!null" {
		return nil
	}
	top := doc.Content[0]
	if top.Kind != yaml.MappingNode {
		return fmt.Errorf("%s:%d: want keys and values", name, top.Line)
	}
	for i := 0; i+1 < len(top.Content); i += 2 {
		if err := visit(top.Content[i].Value, top.Content[i+1]); err != nil {
			return fmt.Errorf("%s:%d: %s: %w", name, top.Content[i].Line, clip(top.Content[i].Value), err)
		}
	}
	return nil
}

// setList reads a list, or a text with commas, adding to what is there.
func setList(node *yaml.Node, list *[]string) error {
	switch node.Kind {
	case yaml.ScalarNode:
		if node.Tag != "!!null" {
			*list = append(*list, splitNames(node.Value)...)
		}
		return nil
	case yaml.SequenceNode:
		for _, item := range node.Content {
			if item.Kind != yaml.ScalarNode {
				return fmt.Errorf("line %d: want a text", item.Line)
			}
			*list = append(*list, splitNames(item.Value)...)
		}
		return nil
	}
	return fmt.Errorf("want a list of texts")
}

func (c *ToolConfig) setLeast(node *yaml.Node) error {
	severity, err := toolSeverity(node.Value)
	if err == nil {
		c.Least = &severity
	}
	return err
}

func (c *ToolConfig) setSeverities(node *yaml.Node) error {
	if node.Kind != yaml.MappingNode {
		return fmt.Errorf("want check: severity")
	}
	c.Severities = make(map[string]merlon.Severity)
	for i := 0; i+1 < len(node.Content); i += 2 {
		severity, err := toolSeverity(node.Content[i+1].Value)
		if err != nil {
			return err
		}
		c.Severities[node.Content[i].Value] = severity
	}
	return nil
}

// Skips reports whether the file, below the scanned directory, is not to be
// read.
func (c *ToolConfig) Skips(file string) bool {
	return slices.ContainsFunc(c.SkipPaths, func(re *regexp.Regexp) bool { return re.MatchString(file) })
}

// Narrow applies the configuration to a selection: it changes severities and
// drops checks. Names are looked up in the whole catalogue; those that nobody
// knows are notices, for the tool knows rules that merlon does not.
func (c *ToolConfig) Narrow(checks, known []*merlon.Check) ([]*merlon.Check, []merlon.Gap) {
	cat := newCatalogue(known)
	var notices []merlon.Gap
	find := func(names []string) map[string]bool {
		found := make(map[string]bool)
		for _, name := range names {
			matched := cat.resolve(name)
			if len(matched) == 0 {
				a := acceptance{directive: directive{syntax: c.Syntax}, where: &Exception{}, kind: KindIgnoreFile}
				notices = append(notices, notice(c.Range, a.unknown(name, cat.nearest(name))))
			}
			for _, check := range matched {
				found[check.ID] = true
			}
		}
		return found
	}
	include, exclude := find(c.Include), find(c.Exclude)
	severities := make(map[string]merlon.Severity)
	for name, severity := range c.Severities {
		for id := range find([]string{name}) {
			severities[id] = severity
		}
	}

	var kept []*merlon.Check
	for _, check := range checks {
		if severity, ok := severities[check.ID]; ok && severity != check.Severity {
			changed := *check
			changed.Severity = severity
			check = &changed
		}
		switch {
		case exclude[check.ID], len(c.Include) > 0 && !include[check.ID]:
		case c.Least != nil && check.Severity < *c.Least && !include[check.ID]:
		case c.Above != nil && check.Severity <= *c.Above:
		default:
			kept = append(kept, check)
		}
	}
	for _, key := range c.Unused {
		notices = append(notices, notice(c.Range, problem{fmt.Sprintf("%s of the %s configuration has no effect in merlon", clip(key), c.Syntax), ""}))
	}
	return kept, merlon.SortGaps(notices)
}
