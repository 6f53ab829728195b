// Package cel makes checks of conditions in the Common Expression Language
// (https://cel.dev), which a team writes in files of its own.
//
// Start with [Compile]. An expression sees the resource under question as
// self, its values in the shape of a plan, and as resource: its address, type,
// links. What is known only at apply is CEL's unknown, and its operators are
// three-valued: an answer that hangs on it is undecided. Expressions cannot
// reach anything but the estate, and what one may cost is bounded.
package cel

import (
	"errors"
	"fmt"
	"strings"
	"sync"

	celgo "cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/ext"

	"merlon"
	"merlon/internal/config"
)

// costLimit bounds what one answer may cost, in CEL's units: a comparison is
// about one.
const costLimit = 5_000_000

// environment is what expressions know. It is made at the first use: merlon
// without checks of this kind does not pay for it.
var environment = sync.OnceValues(func() (*celgo.Env, error) {
	list := celgo.ListType(celgo.DynType)
	link := func(id string, texts int, find func(x resource, args []string) ref.Val) celgo.FunctionOpt {
		signature := []*celgo.Type{celgo.DynType}
		for range texts {
			signature = append(signature, celgo.StringType)
		}
		return celgo.MemberOverload(id, signature, list, celgo.FunctionBinding(func(args ...ref.Val) ref.Val {
			x, ok := args[0].(resource)
			if !ok {
				return types.NewErr("only a resource has links, not %s", args[0].Type().TypeName())
			}
			given := make([]string, texts)
			for i := range given {
				text, _ := args[i+1].(types.String)
				given[i] = string(text)
			}
			return find(x, given)
		}))
	}
	return celgo.NewEnv(
		celgo.Variable("self", celgo.DynType),
		celgo.Variable("resource", celgo.DynType),
		celgo.CrossTypeNumericComparisons(true),
		celgo.OptionalTypes(),
		ext.Strings(), ext.Sets(), ext.Lists(),
		celgo.Function("known",
			celgo.Overload("known_dyn", []*celgo.Type{celgo.DynType}, celgo.BoolType,
				celgo.OverloadIsNonStrict(),
				celgo.UnaryBinding(func(v ref.Val) ref.Val {
					if types.IsError(v) {
						return v
					}
					return types.Bool(!types.IsUnknown(v))
				}))),
		celgo.Function("absent",
			celgo.Overload("absent_dyn", []*celgo.Type{celgo.DynType}, celgo.BoolType,
				celgo.UnaryBinding(func(v ref.Val) ref.Val { return types.Bool(isAbsent(v)) }))),
		celgo.Function("present",
			celgo.Overload("present_dyn", []*celgo.Type{celgo.DynType}, celgo.BoolType,
				celgo.UnaryBinding(func(v ref.Val) ref.Val { return types.Bool(!isAbsent(v)) }))),
		celgo.Function("companions",
			link("resource_companions", 2, func(x resource, args []string) ref.Val { return x.companions(args[0], args[1]) })),
		celgo.Function("targets",
			link("resource_targets", 1, func(x resource, args []string) ref.Val { return x.targets(args[0]) }),
			link("resource_targets_of", 2, func(x resource, args []string) ref.Val { return x.targets(args[0], args[1]) })),
		celgo.Function("referrers",
			link("resource_referrers", 1, func(x resource, args []string) ref.Val { return x.referrers(args[0]) })),
	)
})

func isAbsent(v ref.Val) bool {
	_, ok := v.(absent)
	return ok || v == types.NullValue
}

// elementEnvironment is environment with the element that each yields.
var elementEnvironment = sync.OnceValues(func() (*celgo.Env, error) {
	env, err := environment()
	if err != nil {
		return nil, err
	}
	return env.Extend(celgo.Variable("item", celgo.DynType))
})

// Compile makes checks of what files describe. The error joins one for each
// mistake, with its place.
func Compile(file *config.CheckFile) ([]*merlon.Check, error) {
	var checks []*merlon.Check
	var errs []error
	for i := range file.Checks {
		c, err := compile(&file.Checks[i])
		if err != nil {
			errs = append(errs, err)
			continue
		}
		checks = append(checks, c)
	}
	return checks, errors.Join(errs...)
}

// A question is a compiled check.
type question struct {
	each, at  []string
	when      celgo.Program // nil for always
	condition celgo.Program
	reports   bool // the condition is a finding, not a demand
	message   template
}

func compile(c *config.CustomCheck) (*merlon.Check, error) {
	q := &question{each: split(c.Each), at: split(c.At)}
	var errs []error
	condition := func(e config.Expression, what string) celgo.Program {
		p, out, err := program(e, len(q.each) > 0)
		switch {
		case err != nil:
			errs = append(errs, err)
		case !out.IsExactType(celgo.BoolType) && !out.IsExactType(celgo.DynType):
			errs = append(errs, &config.Error{
				File: e.Range.File, Line: int(e.Range.Start.Line), Column: int(e.Range.Start.Column),
				Message: fmt.Sprintf("%s of %s gives %s: want a condition, true or false", what, c.ID, out),
			})
		}
		return p
	}
	if c.When.Text != "" {
		q.when = condition(c.When, "when")
	}
	if q.reports = c.Report.Text != ""; q.reports {
		q.condition = condition(c.Report, "report")
	} else {
		q.condition = condition(c.Require, "require")
	}
	var err error
	if q.message, err = parseTemplate(c.Message, len(q.each) > 0); err != nil {
		errs = append(errs, err)
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return &merlon.Check{
		ID: c.ID, Title: c.Title, Severity: c.Severity, OptIn: c.OptIn, Targets: c.Targets,
		STRIDE: c.STRIDE, CIA: c.CIA, AAA: c.AAA, Why: c.Why, Fix: c.Fix, Sources: c.Sources, Aliases: c.Aliases,
		Run: q.ask,
	}, nil
}

func split(path string) []string {
	if path == "" {
		return nil
	}
	return strings.Split(path, ".")
}

// program compiles an expression. Its errors stand in the file.
func program(e config.Expression, withItem bool) (celgo.Program, *celgo.Type, error) {
	environment := environment
	if withItem {
		environment = elementEnvironment
	}
	env, err := environment()
	if err != nil {
		return nil, nil, fmt.Errorf("set up expressions: %w", err)
	}
	parsed, issues := env.Parse(e.Text)
	if issues.Err() != nil {
		return nil, nil, placed(e, issues)
	}
	askForNull(parsed.NativeRep())
	checked, issues := env.Check(parsed)
	if issues.Err() != nil {
		return nil, nil, placed(e, issues)
	}
	p, err := env.Program(checked, celgo.CostLimit(costLimit))
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", e.Range, err)
	}
	return p, checked.OutputType(), nil
}

// askForNull turns comparisons with null, and has, into calls of absent and
// present: CEL's own comparison knows one null only, and what is absent here is
// more; and its has is not three-valued.
func askForNull(tree *ast.AST) {
	factory := ast.NewExprFactory()
	id := int64(1 << 32) // beyond the parser's own
	ast.PostOrderVisit(tree.Expr(), ast.NewExprVisitor(func(e ast.Expr) {
		if e.Kind() == ast.SelectKind && e.AsSelect().IsTestOnly() {
			field := e.AsSelect()
			id++
			e.SetKindCase(factory.NewCall(e.ID(), "present", factory.NewSelect(id, field.Operand(), field.FieldName())))
			return
		}
		if e.Kind() != ast.CallKind {
			return
		}
		call := e.AsCall()
		question := map[string]string{operators.Equals: "absent", operators.NotEquals: "present"}[call.FunctionName()]
		if question == "" || len(call.Args()) != 2 {
			return
		}
		of, null := call.Args()[0], call.Args()[1]
		if isNull(of) {
			of, null = null, of
		}
		if isNull(null) {
			e.SetKindCase(factory.NewCall(e.ID(), question, of))
		}
	}))
}

func isNull(e ast.Expr) bool { return e.Kind() == ast.LiteralKind && e.AsLiteral() == types.NullValue }

// placed gives the first mistake in an expression its place in the file.
func placed(e config.Expression, issues *celgo.Issues) error {
	first := issues.Errors()[0]
	line, column := int(e.Range.Start.Line), int(e.Range.Start.Column)
	if strings.Contains(strings.TrimSpace(e.Text), "\n") {
		line += first.Location.Line() // a block of text begins below its key
	} else {
		column += first.Location.Column()
	}
	return &config.Error{File: e.Range.File, Line: line, Column: column, Message: first.Message}
}

// ask puts the question to a resource, or to each of its elements.
func (q *question) ask(pass *merlon.Pass, r *merlon.Resource) {
	vars := map[string]any{"self": bodyOf(r), "resource": resource{pass, r}, "item": absent{}}
	if q.each == nil {
		q.askOne(pass, r.Whole(), vars)
		return
	}
	for list := range r.All(q.each...) {
		some := false
		for e := range list.Elements() {
			some = true
			vars["item"] = valueOf(e)
			q.askOne(pass, e, vars)
		}
		if list.MayHaveMore() && !some {
			pass.Undecided(list)
		}
	}
}

func (q *question) askOne(pass *merlon.Pass, below merlon.Value, vars map[string]any) {
	applies := merlon.True
	if q.when != nil {
		var ok bool
		if applies, ok = decide(pass, q.when, vars); !ok || applies == merlon.False {
			return
		}
	}
	holds, ok := decide(pass, q.condition, vars)
	if !ok {
		return
	}
	if q.reports {
		holds = holds.Not()
	}
	holds = holds.Or(applies.Not())
	if holds == merlon.True {
		return
	}
	format, args, err := q.message.render(vars)
	if err != nil {
		pass.Failf("the message: %s", explain(err))
		return
	}
	var at merlon.Place = below.Resource()
	if q.at != nil {
		at = below.Attr(q.at...)
	} else if q.each != nil {
		at = below
	}
	pass.Require(holds, at, format, args...)
}

// explain says what to do about the error that people meet most: a function of
// texts, lists or numbers on what is absent.
func explain(err error) string {
	if strings.Contains(err.Error(), "no such overload") {
		return err.Error() + ": a function or operator was used on a value of another type, or on one that is absent; ask has(...) first"
	}
	return err.Error()
}

// decide evaluates a condition; ok is false if it failed, which is a gap.
func decide(pass *merlon.Pass, p celgo.Program, vars map[string]any) (t merlon.Truth, ok bool) {
	out, _, err := p.Eval(vars)
	switch {
	case err != nil:
		pass.Failf("%s", explain(err))
		return merlon.Unknown, false
	case types.IsUnknown(out):
		return merlon.Unknown, true
	}
	switch v := out.(type) {
	case types.Bool:
		return merlon.TruthOf(bool(v)), true
	case absent:
		return merlon.False, true // a switch that nobody set
	}
	pass.Failf("the condition gives %s: want true or false", out.Type().TypeName())
	return merlon.Unknown, false
}
