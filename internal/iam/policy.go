package iam

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"merlon"
)

// Limits on hostile documents. AWS takes 10 KB at most for a role's policies
// and 20 KB for a bucket policy.
const (
	maxText       = 256 << 10
	maxStatements = 1024
	maxItems      = 4096 // patterns, principals or values of one element
)

// A Policy is a parsed policy document. It is immutable.
type Policy struct {
	Version    string
	ID         string
	Statements []Statement
	// Open is set where the document may hold more statements than these: an
	// element of the statement list is unknown.
	Open bool
}

// An Effect is what a statement does with a request that it matches.
type Effect uint8

// The effects. AWS demands the element; a text without it is read as Allow,
// as the aws_iam_policy_document data source does.
const (
	Allow Effect = iota
	Deny
	UnknownEffect
)

// A Statement is one statement in normal form.
type Statement struct {
	Sid        string
	Effect     Effect
	Principals Principals
	Actions    Set
	Resources  Set
	Conditions []Condition
	// OpenConditions is set where the condition block is unknown, in part or
	// as a whole.
	OpenConditions bool
}

// A Set is an Action or a Resource element: patterns, or with Not everything
// that no pattern matches. A statement without the element has an empty Set.
type Set struct {
	Patterns []string
	Not      bool

	lower []string // the patterns in lower case, where the parser made them
}

// folded are the patterns in lower case.
func (s Set) folded() []string {
	if s.lower != nil {
		return s.lower
	}
	out := make([]string, len(s.Patterns))
	for i, p := range s.Patterns {
		out[i] = strings.ToLower(p)
	}
	return out
}

// IsSet reports whether the statement has the element.
func (s Set) IsSet() bool { return len(s.Patterns) > 0 || s.Not }

// ErrTooLarge says that a document is beyond any bound that AWS sets.
var ErrTooLarge = errors.New("policy document is too large")

// Parse reads a policy document as tolerantly as AWS does, and a little more:
// a trailing comma is forgiven, placeholders may stand where values do. The
// error is for texts that are no JSON object at all.
func Parse(text string) (*Policy, error) {
	if len(text) > maxText {
		return nil, ErrTooLarge
	}
	var doc any
	dec := json.NewDecoder(strings.NewReader(tidy(text)))
	if err := dec.Decode(&doc); err != nil {
		return nil, fmt.Errorf("read policy document: %w", err)
	}
	if dec.More() {
		return nil, errors.New("read policy document: more than one JSON value")
	}
	object, ok := doc.(map[string]any)
	if !ok {
		return nil, errors.New("read policy document: not an object")
	}
	p := &Policy{
		Version: text1(member(object, "Version")),
		ID:      text1(member(object, "Id")),
	}
	for _, item := range list(member(object, "Statement")) {
		if len(p.Statements) == maxStatements {
			return nil, ErrTooLarge
		}
		switch item := item.(type) {
		case map[string]any:
			s, err := statement(item)
			if err != nil {
				return nil, err
			}
			p.Statements = append(p.Statements, s)
		case string:
			p.Open = p.Open || merlon.HasPlaceholder(item)
		}
	}
	return p, nil
}

func statement(object map[string]any) (Statement, error) {
	s := Statement{Sid: text1(member(object, "Sid"))}
	switch effect := text1(member(object, "Effect")); {
	case effect == "" || strings.EqualFold(effect, "Allow"):
		s.Effect = Allow
	case merlon.HasPlaceholder(effect):
		s.Effect = UnknownEffect
	default:
		// Deny, or nonsense that AWS refuses and that allows nothing.
		s.Effect = Deny
	}
	var err error
	if s.Actions, err = set(object, "Action", "NotAction"); err != nil {
		return s, err
	}
	s.Actions.lower = s.Actions.folded()
	if s.Resources, err = set(object, "Resource", "NotResource"); err != nil {
		return s, err
	}
	if s.Principals, err = principals(object); err != nil {
		return s, err
	}
	s.Conditions, s.OpenConditions, err = conditions(member(object, "Condition"))
	return s, err
}

func set(object map[string]any, name, notName string) (Set, error) {
	texts, err := textsOf(member(object, name))
	if err != nil || len(texts) > 0 {
		return Set{Patterns: texts}, err
	}
	if not := member(object, notName); not != nil {
		texts, err = textsOf(not)
		return Set{Patterns: texts, Not: true}, err
	}
	return Set{}, nil
}

// member finds an element by name; AWS compares the names of elements without
// regard to letter case.
func member(object map[string]any, name string) any {
	if v, ok := object[name]; ok {
		return v
	}
	var found any
	best := ""
	for k, v := range object {
		if strings.EqualFold(k, name) && (best == "" || k < best) {
			best, found = k, v
		}
	}
	return found
}

func list(v any) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		return v
	}
	return []any{v}
}

// textsOf are the strings of a string or list. Numbers and booleans are
// written as JSON does.
func textsOf(v any) ([]string, error) {
	items := list(v)
	if len(items) > maxItems {
		return nil, ErrTooLarge
	}
	var out []string
	for _, item := range items {
		switch item := item.(type) {
		case string:
			out = append(out, item)
		case bool:
			out = append(out, strconv.FormatBool(item))
		case float64:
			out = append(out, strconv.FormatFloat(item, 'f', -1, 64))
		}
	}
	return out, nil
}

func text1(v any) string {
	s, _ := v.(string)
	return s
}
