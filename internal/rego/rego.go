// Package rego runs a team's policies in Rego over the document that
// `merlon estate` prints, as conftest runs them over plans.
//
// Start with [Load]: it compiles modules and gives a check for each set of
// messages (deny, violation, warn, also with a suffix such as deny_public) of
// each package. A message is a text, or an object with msg and, if it is
// about a resource, its address as resource.
//
// Policies run without network, files, environment or clock beyond today's
// time, and within a bound of time.
package rego

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"sort"
	"strings"
	"sync"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"

	"merlon"
	"merlon/internal/config"
)

// timeLimit bounds the evaluation of one set, and allLimit that of all sets on
// one estate.
const (
	timeLimit = 30 * time.Second
	allLimit  = 2 * time.Minute
)

// maxMessages bounds what one set may say.
const maxMessages = 10_000

var setName = regexp.MustCompile(`^(deny|violation|warn)(_[A-Za-z0-9_]+)?$`)

// forbidden are the built-in functions that reach out of the policy: to the
// network, to what runs it.
var forbidden = []string{"http.send", "net.lookup_ip_addr", "opa.runtime", "rego.parse_module", "trace", "print"}

// capabilities are what policies may call.
func capabilities() *ast.Capabilities {
	c := ast.CapabilitiesForThisVersion()
	c.Builtins = slices.DeleteFunc(c.Builtins, func(b *ast.Builtin) bool { return slices.Contains(forbidden, b.Name) })
	c.AllowNet = []string{}
	return c
}

// Policies are compiled modules.
type Policies struct {
	compiler *ast.Compiler
	modules  map[string]*ast.Module
}

// Load compiles modules, given by their names. The error names file and line
// of each mistake.
func Load(files map[string]string) (*Policies, error) {
	modules := make(map[string]*ast.Module, len(files))
	var errs []error
	for _, name := range sortedNames(files) {
		m, err := ast.ParseModuleWithOpts(name, files[name], ast.ParserOptions{ProcessAnnotation: true, Capabilities: capabilities()})
		if err != nil {
			errs = append(errs, placed(name, err))
			continue
		}
		modules[name] = m
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	compiler := ast.NewCompiler().WithCapabilities(capabilities()).WithStrict(false)
	compiler.Compile(modules)
	if compiler.Failed() {
		return nil, placed("policy", compiler.Errors)
	}
	return &Policies{compiler: compiler, modules: modules}, nil
}

func sortedNames[V any](m map[string]V) []string {
	names := make([]string, 0, len(m))
	for name := range m {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

// placed turns OPA's errors into ones with file and line.
func placed(name string, err error) error {
	var all ast.Errors
	if !errors.As(err, &all) {
		return &config.Error{File: name, Message: err.Error()}
	}
	var errs []error
	for _, e := range all {
		out := &config.Error{File: name, Message: e.Message}
		if e.Location != nil {
			out.Line, out.Column = e.Location.Row, e.Location.Col
			if e.Location.File != "" {
				out.File = e.Location.File
			}
		}
		errs = append(errs, out)
	}
	return errors.Join(errs...)
}

// A set is one rule of a package that yields messages.
type set struct {
	pkg, rule string // "data.main", "deny"
	title     string
	why, fix  string
	severity  merlon.Severity
	at        merlon.Range
}

// Checks gives a check for each set. The document of an estate, as `merlon
// estate` prints it, is asked of the function, once for each estate.
func (p *Policies) Checks(document func(*merlon.Estate) (any, error)) []*merlon.Check {
	shared := &input{document: document}
	var checks []*merlon.Check
	for _, s := range p.sets() {
		checks = append(checks, &merlon.Check{
			ID: "rego-" + slug(s.pkg) + "-" + slug(s.rule), Title: s.title, Severity: s.severity,
			Why: s.why, Fix: s.fix,
			Run: func(pass *merlon.Pass, _ *merlon.Resource) { p.ask(pass, s, shared) },
		})
	}
	return checks
}

// slug makes a part of an id of a package's or rule's name.
func slug(name string) string {
	name = strings.TrimPrefix(name, "data.")
	return strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			return r
		case 'A' <= r && r <= 'Z':
			return r + 'a' - 'A'
		}
		return '-'
	}, name), "-")
}

// sets finds the sets in the modules, in order and each once.
func (p *Policies) sets() []set {
	var sets []set
	seen := make(map[string]bool)
	for _, name := range sortedNames(p.modules) {
		m := p.modules[name]
		if strings.HasSuffix(name, "_test.rego") {
			continue
		}
		for _, rule := range m.Rules {
			ruleName := string(rule.Head.Name)
			if len(rule.Head.Ref()) > 0 {
				ruleName = rule.Head.Ref()[0].Value.String()
			}
			if !setName.MatchString(ruleName) || len(rule.Head.Args) > 0 { // a function is no set
				continue
			}
			key := m.Package.Path.String() + "." + ruleName
			if seen[key] {
				continue
			}
			seen[key] = true
			s := set{pkg: m.Package.Path.String(), rule: ruleName, severity: merlon.High}
			if strings.HasPrefix(ruleName, "warn") {
				s.severity = merlon.Low
			}
			s.title = fmt.Sprintf("Policy %s of package %s", ruleName, strings.TrimPrefix(s.pkg, "data."))
			s.why = "A policy of this project says so."
			s.fix = "Do what the message says, or see the policy in " + name + "."
			if rule.Location != nil {
				pos := merlon.Pos{Line: int32(rule.Location.Row), Column: int32(rule.Location.Col)}
				s.at = merlon.Range{File: name, Start: pos, End: pos}
			}
			s.annotate(rule.Annotations)
			sets = append(sets, s)
		}
	}
	return sets
}

// annotate takes what a METADATA comment says: title, description, and
// severity and fix of its custom part.
func (s *set) annotate(list []*ast.Annotations) {
	for _, a := range list {
		if a.Title != "" {
			s.title = a.Title
		}
		if a.Description != "" {
			s.why = a.Description
		}
		if text, ok := a.Custom["severity"].(string); ok {
			if severity, err := merlon.ParseSeverity(text); err == nil {
				s.severity = severity
			}
		}
		if text, ok := a.Custom["fix"].(string); ok {
			s.fix = text
		}
	}
}

// An input is the document of the estate under question, made once.
type input struct {
	document func(*merlon.Estate) (any, error)

	mu     sync.Mutex
	estate *merlon.Estate
	value  ast.Value
	err    error
	until  time.Time
}

func (in *input) of(e *merlon.Estate) (value ast.Value, until time.Time, err error) {
	in.mu.Lock()
	defer in.mu.Unlock()
	if in.estate != e {
		in.estate, in.until = e, time.Now().Add(allLimit)
		var doc any
		if doc, in.err = in.document(e); in.err == nil {
			in.value, in.err = ast.InterfaceToValue(doc)
		}
	}
	return in.value, in.until, in.err
}

func (p *Policies) ask(pass *merlon.Pass, s set, shared *input) {
	value, until, err := shared.of(pass.Estate)
	if err != nil {
		pass.Failf("the document for policies: %v", err)
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), min(timeLimit, time.Until(until)))
	defer cancel()
	results, err := rego.New(
		rego.Query(s.pkg+"."+s.rule),
		rego.Compiler(p.compiler),
		rego.ParsedInput(value),
		rego.StrictBuiltinErrors(false),
	).Eval(ctx)
	if err != nil {
		if ctx.Err() != nil {
			err = fmt.Errorf("%s took more than %s, or all policies more than %s", s.at, timeLimit, allLimit)
		}
		pass.Failf("%v", err)
		return
	}
	for _, result := range results {
		for _, e := range result.Expressions {
			s.report(pass, e.Value)
		}
	}
}

// report turns what a set holds into findings.
func (s set) report(pass *merlon.Pass, value any) {
	var items []any
	switch v := value.(type) {
	case []any:
		items = v
	case string, map[string]any:
		items = []any{v}
	case bool:
		if v {
			items = []any{s.title}
		}
	}
	if len(items) > maxMessages {
		pass.Failf("%s gives more than %d messages", s.at, maxMessages)
		items = items[:maxMessages]
	}
	for _, item := range items {
		message, address, ok := read(item)
		if !ok {
			pass.Failf("%s gives a message that is neither a text nor an object with msg", s.at)
			continue
		}
		var r *merlon.Resource
		if address != "" {
			r = pass.Estate.ByAddress(address)
		}
		var at merlon.Place = merlon.Value{} // about the estate as a whole
		if r != nil {
			at = r
		}
		pass.Reportf(at, "%s", message)
	}
}

// read takes a message apart.
func read(item any) (message, address string, ok bool) {
	switch v := item.(type) {
	case string:
		return v, "", true
	case map[string]any:
		for _, name := range []string{"msg", "message"} {
			if message == "" {
				message, _ = v[name].(string)
			}
		}
		for _, name := range []string{"resource", "address"} {
			if address == "" {
				address, _ = v[name].(string)
			}
		}
		if details, is := v["details"].(map[string]any); is && address == "" {
			address, _ = details["resource"].(string)
		}
		return message, address, message != ""
	}
	return "", "", false
}

// A TestResult is what became of a test rule.
type TestResult struct {
	// Name is the package and rule: "main.test_open_bucket".
	Name string
	// Failure is empty for a test that holds.
	Failure string
	Range   merlon.Range
}

// Test runs the rules whose names begin with test_, as OPA does: one holds if
// it is true.
func (p *Policies) Test(ctx context.Context) []TestResult {
	var results []TestResult
	seen := make(map[string]bool)
	for _, name := range sortedNames(p.modules) {
		m := p.modules[name]
		for _, rule := range m.Rules {
			ruleName := rule.Head.Name.String()
			query := m.Package.Path.String() + "." + ruleName
			if !strings.HasPrefix(ruleName, "test_") || seen[query] {
				continue
			}
			seen[query] = true
			r := TestResult{Name: strings.TrimPrefix(query, "data."), Failure: p.holds(ctx, query)}
			if rule.Location != nil {
				pos := merlon.Pos{Line: int32(rule.Location.Row), Column: int32(rule.Location.Col)}
				r.Range = merlon.Range{File: name, Start: pos, End: pos}
			}
			results = append(results, r)
		}
	}
	return results
}

// holds evaluates a test rule; it says why the test fails, or nothing.
func (p *Policies) holds(ctx context.Context, query string) string {
	ctx, cancel := context.WithTimeout(ctx, timeLimit)
	defer cancel()
	results, err := rego.New(rego.Query(query), rego.Compiler(p.compiler)).Eval(ctx)
	switch {
	case err != nil:
		return err.Error()
	case len(results) != 1 || len(results[0].Expressions) != 1:
		return "it is undefined"
	case results[0].Expressions[0].Value != true:
		return "it is not true"
	}
	return ""
}
