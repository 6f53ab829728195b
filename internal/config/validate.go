package config

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/agext/levenshtein"
	"gopkg.in/yaml.v3"
)

// An Error is one mistake in a file.
type Error struct {
	File    string
	Line    int
	Column  int
	Message string
}

// Error gives "file:line:column: message".
func (e *Error) Error() string {
	if e.Line == 0 {
		return e.File + ": " + e.Message
	}
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Message)
}

// The bounds of a file: it is somebody's pull request.
const (
	maxFile   = 1 << 20
	maxErrors = 20
	maxDepth  = 50
)

// A validator collects the mistakes of a file.
type validator struct {
	file string
	errs []error
}

func (v *validator) errorf(at *yaml.Node, format string, args ...any) {
	switch {
	case len(v.errs) < maxErrors:
		v.errs = append(v.errs, &Error{File: v.file, Line: at.Line, Column: at.Column, Message: fmt.Sprintf(format, args...)})
	case len(v.errs) == maxErrors:
		v.errs = append(v.errs, &Error{File: v.file, Message: "more mistakes follow: mend these first"})
	}
}

func (v *validator) err() error { return errors.Join(v.errs...) }

// value checks a node against its spec. The path is for messages.
func (v *validator) value(node *yaml.Node, s *spec, path string, depth int) {
	switch {
	case depth > maxDepth:
		v.errorf(node, "%s is nested too deeply: at most %d levels", path, maxDepth)
		return
	case node.Kind == yaml.AliasNode:
		v.errorf(node, "%s is an alias (*%s), which this file does not use: write the value out", path, short(node.Value))
		return
	case isNull(node) && s.kind != anything:
		return // a key without a value says nothing
	}
	switch s.kind {
	case object:
		v.object(node, s, path, depth)
	case mapping:
		v.mapping(node, s, path, depth)
	case list:
		if v.shape(node, yaml.SequenceNode, s, path) {
			for i, item := range node.Content {
				v.value(item, s.item, fmt.Sprintf("%s[%d]", path, i), depth+1)
			}
		}
	case texts:
		if node.Kind != yaml.SequenceNode {
			v.scalar(node, s, path)
			return
		}
		for i, item := range node.Content {
			v.scalar(item, s, fmt.Sprintf("%s[%d]", path, i))
		}
	case anything:
		for _, child := range node.Content {
			v.value(child, s, path, depth+1)
		}
	default:
		v.scalar(node, s, path)
	}
}

func (v *validator) shape(node *yaml.Node, want yaml.Kind, s *spec, path string) bool {
	if node.Kind == want {
		return true
	}
	v.errorf(node, "%s must be %s", path, s.describe())
	return false
}

func (v *validator) object(node *yaml.Node, s *spec, path string, depth int) {
	if !v.shape(node, yaml.MappingNode, s, path) {
		return
	}
	seen := make(map[string]bool)
	for i := 0; i+1 < len(node.Content); i += 2 {
		name, value := node.Content[i], node.Content[i+1]
		at := slices.IndexFunc(s.keys, func(k key) bool { return k.name == name.Value })
		switch {
		case at < 0:
			v.errorf(name, "unknown key %q in %s%s", short(name.Value), path, suggest(name.Value, s.keys))
			continue
		case seen[name.Value]:
			v.errorf(name, "%q is given twice in %s", name.Value, path)
		}
		seen[name.Value] = !isNull(value)
		v.value(value, &s.keys[at].spec, below(path, name.Value), depth+1)
	}
	for _, name := range s.required {
		if !seen[name] {
			v.errorf(node, "%s has no %s", path, name)
		}
	}
}

func (v *validator) mapping(node *yaml.Node, s *spec, path string, depth int) {
	if !v.shape(node, yaml.MappingNode, s, path) {
		return
	}
	seen := make(map[string]bool)
	for i := 0; i+1 < len(node.Content); i += 2 {
		name, value := node.Content[i], node.Content[i+1]
		switch {
		case name.Kind != yaml.ScalarNode || name.Value == "" || name.Tag == "!!merge":
			v.errorf(name, "a key of %s must be a text", path)
			continue
		case seen[name.Value]:
			v.errorf(name, "%q is given twice in %s", short(name.Value), path)
		}
		seen[name.Value] = true
		if isNull(value) && s.item.kind != anything {
			v.errorf(value, "%s has no value", below(path, name.Value))
			continue
		}
		v.value(value, s.item, below(path, name.Value), depth+1)
	}
}

func (v *validator) scalar(node *yaml.Node, s *spec, path string) {
	if node.Kind != yaml.ScalarNode || isNull(node) {
		v.errorf(node, "%s must be %s", path, s.describe())
		return
	}
	switch s.kind {
	case number:
		if n, err := strconv.Atoi(node.Value); err != nil || n < s.min || n > s.max {
			v.errorf(node, "%s must be %s, not %q", path, s.describe(), short(node.Value))
		}
		return
	case boolean:
		if node.Tag != "!!bool" {
			v.errorf(node, "%s must be true or false, not %q", path, short(node.Value))
		}
		return
	}
	switch {
	case strings.TrimSpace(node.Value) == "" && (s.kind == texts || s.pattern != nil):
		v.errorf(node, "%s is empty", path)
	case len(s.oneOf) > 0 && !slices.Contains(s.oneOf, node.Value):
		v.errorf(node, "%s must be one of %s, not %q", path, strings.Join(s.oneOf, ", "), short(node.Value))
	case s.pattern != nil && !s.pattern.MatchString(node.Value):
		v.errorf(node, "%s is %q, which does not have the form %s", path, short(node.Value), s.pattern)
	case s.check != nil:
		if err := s.check(node.Value); err != nil {
			v.errorf(node, "%s: %v", path, err)
		}
	}
}

func isNull(node *yaml.Node) bool { return node.Kind == yaml.ScalarNode && node.Tag == "!!null" }

// top is what messages call the file's top level.
const top = "the file"

func below(path, name string) string {
	if path == top {
		return short(name)
	}
	return path + "." + short(name)
}

// suggest names the nearest key, or all of them if none is near.
func suggest(name string, keys []key) string {
	best, least := "", 4
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = k.name
		if d := levenshtein.Distance(short(name), k.name, nil); d < least {
			best, least = k.name, d
		}
	}
	if best == "" {
		return ": want one of " + strings.Join(names, ", ")
	}
	return fmt.Sprintf(": did you mean %q?", best)
}

// short cuts text of the input for a message.
func short(text string) string {
	const most = 60
	if len(text) <= most {
		return text
	}
	return strings.ToValidUTF8(text[:most], "") + "..."
}
