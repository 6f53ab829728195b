package config

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
	"gopkg.in/yaml.v3"

	"merlon"
	"merlon/internal/engine"
)

// Kinds are the files that [Migrate] reads, by the name of the kind.
var Kinds = []string{"tfsec", "trivy", "trivyignore", "trivyignore-yaml", "checkov", "checkov-baseline", "terrascan", "kics"}

// KindOf tells the kind of another tool's file by its path, or "".
func KindOf(path string) string {
	base := path[strings.LastIndexAny(path, `/\`)+1:]
	switch base {
	case ".trivyignore":
		return "trivyignore"
	case ".trivyignore.yaml", ".trivyignore.yml":
		return "trivyignore-yaml"
	case "trivy.yaml", "trivy.yml":
		return "trivy"
	case ".checkov.yaml", ".checkov.yml":
		return "checkov"
	case ".checkov.baseline":
		return "checkov-baseline"
	case "kics.config", ".kics.config":
		return "kics"
	}
	switch {
	case strings.Contains(path, ".tfsec"), strings.HasPrefix(base, "tfsec"):
		return "tfsec"
	case strings.HasPrefix(strings.TrimPrefix(base, "."), "kics"):
		return "kics"
	case strings.HasSuffix(base, ".toml"):
		return "terrascan"
	}
	return ""
}

// Migrate writes a merlon.yaml that does what another tool's file does. The
// kind is one of [Kinds]. The notes tell what has no counterpart and what to
// look at. What it writes, [Parse] reads. Names of checks that the known checks
// do not answer to are left out, with a note; without known checks all names
// are kept.
func Migrate(kind string, data []byte, known ...*merlon.Check) (merlonYAML []byte, notes []string, err error) {
	if len(data) > maxFile {
		return nil, nil, fmt.Errorf("the file has more than %d bytes", maxFile)
	}
	m := &migration{kind: kind, out: map[string]any{"version": 1}}
	if len(known) > 0 {
		m.ids = engine.Names(known)
	}
	switch kind {
	case "tfsec":
		err = m.keyed(data, m.tfsec)
	case "trivy":
		err = m.keyed(data, m.trivy)
	case "trivyignore":
		exceptions, problems := engine.ParseTrivyIgnore(data, ".trivyignore")
		m.except(exceptions)
		for _, p := range problems {
			m.note("%s: %s", p.Range, p.Summary)
		}
	case "trivyignore-yaml":
		exceptions, problems, parseErr := engine.ParseTrivyIgnoreYAML(data, ".trivyignore.yaml")
		m.except(exceptions)
		for _, p := range problems {
			m.note("%s: %s: %s", p.Range, p.Summary, p.Detail)
		}
		err = parseErr
	case "checkov":
		err = m.keyed(data, m.checkov)
	case "checkov-baseline":
		exceptions, parseErr := engine.ParseCheckovBaseline(data, ".checkov.baseline")
		m.except(exceptions)
		m.note("a baseline of merlon's own survives renames: run merlon, look, then write one")
		err = parseErr
	case "terrascan":
		err = m.keyed(data, m.terrascan)
	case "kics":
		err = m.keyed(data, m.kics)
	default:
		err = fmt.Errorf("unknown kind %q: want one of %s", kind, strings.Join(Kinds, ", "))
	}
	if err != nil {
		return nil, nil, err
	}
	merlonYAML, err = m.encode()
	return merlonYAML, m.notes, err
}

// A migration is a merlon.yaml in the making.
type migration struct {
	kind  string
	ids   func(name string) []string // nil: all names are known
	out   map[string]any
	notes []string

	include, exclude []string // checks
	least            string   // severity
}

func (m *migration) note(format string, args ...any) {
	if note := fmt.Sprintf(format, args...); len(m.notes) < 1000 && !slices.Contains(m.notes, note) {
		m.notes = append(m.notes, note)
	}
}

// keyed reads JSON, TOML or YAML, whichever the bytes are, and visits the keys
// of the top level in order of name.
func (m *migration) keyed(data []byte, visit func(key string, value any)) error {
	doc, err := decode(data, m.kind == "terrascan")
	if err != nil {
		return err
	}
	for _, key := range slices.Sorted(maps.Keys(doc)) {
		visit(key, doc[key])
	}
	return nil
}

func decode(data []byte, isTOML bool) (map[string]any, error) {
	doc := map[string]any{}
	if len(bytes.TrimSpace(data)) == 0 {
		return doc, nil
	}
	if isTOML {
		err := toml.Unmarshal(data, &doc)
		return doc, err
	}
	if json.Unmarshal(data, &doc) == nil && doc != nil {
		return doc, nil
	}
	doc = map[string]any{}
	yamlErr := yaml.Unmarshal(data, &doc)
	if yamlErr == nil {
		return doc, nil
	}
	doc = map[string]any{}
	if err := toml.Unmarshal(data, &doc); err != nil {
		return nil, fmt.Errorf("this is neither JSON nor TOML nor YAML with keys: %w", yamlErr)
	}
	return doc, nil
}

// textList takes a text with commas, or a list of texts.
func textList(value any) []string {
	var list []string
	switch v := value.(type) {
	case string:
		list = strings.Split(v, ",")
	case []any:
		for _, item := range v {
			if s, ok := item.(string); ok {
				list = append(list, strings.Split(s, ",")...)
			}
		}
	}
	var out []string
	for _, s := range list {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// except adds exceptions. Those of other tools may lack a reason, which a
// merlon.yaml must have.
func (m *migration) except(exceptions []engine.Exception) {
	list, _ := m.out["exceptions"].([]any)
	for _, e := range exceptions {
		entry := map[string]any{"checks": e.Checks, "reason": "accepted in " + e.Range.File}
		if strings.TrimSpace(e.Reason) != "" {
			entry["reason"] = e.Reason
		}
		if len(e.Paths) > 0 {
			entry["paths"] = e.Paths
		}
		if len(e.Addresses) > 0 {
			entry["addresses"] = e.Addresses
		}
		if e.Until != "" {
			entry["until"] = e.Until
		}
		list = append(list, entry)
	}
	if len(list) > 0 {
		m.out["exceptions"] = list
	}
}

// checkName is what may stand in a selection of checks: names with a comma,
// space, & or a leading minus would mean something else there.
var checkName = regexp.MustCompile(`^[\w*?.][\w*?.-]*$`)

// selection writes the checks to run.
func (m *migration) selection() []string {
	terms := m.checks(m.include)
	if len(m.include) > 0 && len(terms) == 0 {
		m.note("merlon has none of the checks that were to run: it runs the recommended ones")
	}
	if len(terms) > 0 && m.least != "" {
		m.note("the severity %s is left out: the checks are named one by one", m.least)
	}
	exclude := m.checks(m.exclude)
	if len(terms) == 0 && (m.least != "" || len(exclude) > 0) {
		terms = []string{"recommended"}
		if m.least != "" {
			terms = []string{"recommended&severity:" + m.least}
		}
	}
	for _, name := range exclude {
		terms = append(terms, "-"+name)
	}
	return terms
}

// checks are the names that may stand in a selection.
func (m *migration) checks(names []string) []string {
	var out []string
	for _, name := range names {
		switch {
		case !checkName.MatchString(name):
			m.note("%q is not the name of a check and was left out", short(name))
		case !m.knows(name):
		case !slices.Contains(out, name):
			out = append(out, name)
		}
	}
	return out
}

func (m *migration) knows(name string) bool {
	if m.ids == nil || len(m.ids(name)) > 0 {
		return true
	}
	m.note("merlon has no check that covers %s: it was left out", short(name))
	return false
}

// encode writes the file and reads it back: what the other tool's file held
// must not make a merlon.yaml that does not parse.
func (m *migration) encode() ([]byte, error) {
	if terms := m.selection(); len(terms) > 0 {
		m.out["checks"] = terms
	}
	var out bytes.Buffer
	out.WriteString("# Made from the configuration of " + m.kind + ".\n")
	encoder := yaml.NewEncoder(&out)
	encoder.SetIndent(2)
	if err := encoder.Encode(ordered(m.out)); err != nil {
		return nil, fmt.Errorf("write merlon.yaml: %w", err)
	}
	if _, err := Parse(out.Bytes(), "merlon.yaml"); err != nil {
		return nil, errors.Join(errors.New("what the file says cannot be said in a merlon.yaml"), err)
	}
	return out.Bytes(), nil
}

// ordered gives the keys in the order of the table.
func ordered(values map[string]any) *yaml.Node {
	node := &yaml.Node{Kind: yaml.MappingNode}
	for _, k := range file.keys {
		value, ok := values[k.name]
		if !ok {
			continue
		}
		var name, content yaml.Node
		name.SetString(k.name)
		if err := content.Encode(value); err != nil {
			continue // only texts, numbers and lists are put in
		}
		node.Content = append(node.Content, &name, &content)
	}
	return node
}
