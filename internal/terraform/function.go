package terraform

import (
	"errors"
	"strings"

	"github.com/agext/levenshtein"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"

	"merlon"
	"merlon/internal/terraform/lang"
)

var (
	errNotInstalled = errors.New("the module is not installed: run terraform init, or scan a plan")
	errNotText      = errors.New("not a known text")
)

// call evaluates a function call. Functions that look at expressions or
// marks, or that render templates, are here; all others are lang's.
func (w *worker) call(e *hclsyntax.FunctionCallExpr, sc *scope) (operand, *problem) {
	name := strings.TrimPrefix(e.Name, "core::")
	switch name {
	case "try":
		return w.try(e, sc)
	case "can":
		return w.can(e, sc)
	case "length":
		if len(e.Args) == 1 && !e.ExpandFinal {
			return w.length(e, sc)
		}
	}
	args, err := w.arguments(e, sc)
	if err != nil {
		return operand{}, err
	}
	switch name {
	case "sensitive", "nonsensitive", "issensitive", "ephemeralasnull":
		if len(args) != 1 {
			return operand{}, problemf(e.Range(), "wrong number of arguments", "Function %q expects 1 argument.", name)
		}
		return known(markFunction(name, args[0])), nil
	case "templatefile", "templatestring":
		v, err := w.templateFunction(name, e, args, sc)
		return known(v), err
	}
	f, ok := w.ev.functions[name]
	if !ok && strings.HasPrefix(name, "provider::") {
		parts := strings.Split(name, "::")
		if len(parts) == 3 {
			f, ok = lang.Provider(parts[1], parts[2])
		}
		if !ok {
			// A provider's function runs the provider's code: its answer is not
			// to be had without it.
			marks := make([]cty.ValueMarks, len(args))
			for i, a := range args {
				marks[i] = marksOf(a)
			}
			return known(cty.DynamicVal.WithMarks(marks...)), nil
		}
	}
	if !ok {
		return operand{}, problemf(e.NameRange, "call to unknown function", "There is no function named %q.%s", name, w.suggestFunction(name))
	}
	v, err := w.invoke(f, args, e)
	return known(v), err
}

func (w *worker) suggestFunction(name string) string {
	best, bestDistance := "", 3
	for have := range w.ev.functions {
		if d := levenshtein.Distance(name, have, nil); d < bestDistance || d == bestDistance && have < best {
			best, bestDistance = have, d
		}
	}
	if best == "" {
		return ""
	}
	return " Did you mean \"" + best + "\"?"
}

// arguments evaluates the arguments of a call, the last one expanded if asked.
func (w *worker) arguments(e *hclsyntax.FunctionCallExpr, sc *scope) ([]cty.Value, *problem) {
	args := make([]cty.Value, 0, len(e.Args))
	for i, arg := range e.Args {
		v, err := w.value(arg, sc)
		if err != nil {
			return nil, err
		}
		if !e.ExpandFinal || i < len(e.Args)-1 {
			args = append(args, v)
			continue
		}
		bare, marks := v.Unmark()
		ty := bare.Type()
		switch {
		case bare.IsNull():
			return nil, problemf(arg.Range(), "invalid expanding argument value", "The expanding argument (indicated by ...) must not be null.")
		case !bare.IsKnown():
			// How many there are is not known, so neither is the result.
			return append(args, cty.DynamicVal.WithMarks(marksOf(v))), nil
		case ty.IsTupleType() || ty.IsListType() || ty.IsSetType():
			for _, el := range bare.Elements() {
				args = append(args, el.WithMarks(marks))
			}
		default:
			return nil, problemf(arg.Range(), "invalid expanding argument value", "The expanding argument (indicated by ...) must be of a tuple, list, or set type.")
		}
	}
	return args, nil
}

// invoke calls a function with converted and weighed arguments.
func (w *worker) invoke(f function.Function, args []cty.Value, e *hclsyntax.FunctionCallExpr) (cty.Value, *problem) {
	params, variadic := f.Params(), f.VarParam()
	if e.ExpandFinal && len(args) > 0 {
		if last := args[len(args)-1]; !last.IsKnown() && last.Type() == cty.DynamicPseudoType {
			marks := make([]cty.ValueMarks, len(args))
			for i, a := range args {
				marks[i] = marksOf(a)
			}
			return cty.DynamicVal.WithMarks(marks...), nil
		}
	}
	if len(args) < len(params) {
		return cty.DynamicVal, problemf(e.Range(), "not enough function arguments", "Function %q expects %d argument(s). Missing value for %q.", e.Name, len(params), params[len(args)].Name)
	}
	if variadic == nil && len(args) > len(params) {
		return cty.DynamicVal, problemf(e.Range(), "too many function arguments", "Function %q expects only %d argument(s).", e.Name, len(params))
	}
	argRange := func(i int) hcl.Range {
		if i < len(e.Args) {
			return e.Args[i].Range()
		}
		return e.Range()
	}
	cost := int64(2)
	for i, v := range args {
		param := variadic
		if i < len(params) {
			param = &params[i]
		}
		if ty := v.Type(); !ty.IsPrimitiveType() || ty == cty.String {
			left := w.ev.opts.Limits.Weight
			if !weigh(v, &left, 0) {
				return cty.DynamicVal, &problem{kind: merlon.GapLimit, summary: "value is too large", detail: "An argument of " + e.Name + " has too many parts, or its text is too long.", rng: argRange(i)}
			}
			cost += int64(w.ev.opts.Limits.Weight-left) / 4
		}
		got, err := convert.Convert(v, param.Type)
		if err != nil {
			return cty.DynamicVal, problemf(argRange(i), "invalid function argument", "Invalid value for %q parameter: %s.", param.Name, err)
		}
		if !fits(got) {
			return cty.DynamicVal, tooLargeNumber(argRange(i))
		}
		args[i] = got
	}
	if err := w.spend(cost, e.Range()); err != nil {
		return cty.DynamicVal, err
	}
	v, err := f.Call(args)
	if err != nil {
		if _, ok := errors.AsType[*lang.LimitError](err); ok {
			return cty.DynamicVal, &problem{kind: merlon.GapLimit, summary: "result of " + e.Name + " is too large", detail: err.Error(), rng: e.Range()}
		}
		if arg, ok := errors.AsType[function.ArgError](err); ok {
			return cty.DynamicVal, problemf(argRange(arg.Index), "invalid function argument", "Call to function %q failed: %s.", e.Name, err)
		}
		return cty.DynamicVal, problemf(e.Range(), "error in function call", "Call to function %q failed: %s.", e.Name, err)
	}
	if err := w.weigh(v, e.Range()); err != nil {
		return cty.DynamicVal, err
	}
	return v, nil
}

func markFunction(name string, v cty.Value) cty.Value {
	has := func(mark any) bool { return v.HasMark(mark) }
	without := func(v cty.Value, mark any) cty.Value {
		bare, marks := v.Unmark()
		delete(marks, mark)
		return bare.WithMarks(marks)
	}
	switch name {
	case "sensitive":
		return v.Mark(sensitiveMark{})
	case "nonsensitive":
		return without(v, sensitiveMark{})
	case "issensitive":
		if has(sensitiveMark{}) {
			return cty.True
		}
		if !v.IsKnown() {
			return cty.UnknownVal(cty.Bool)
		}
		return cty.False
	}
	// ephemeralasnull
	if has(ephemeralMark{}) {
		bare := without(v, ephemeralMark{})
		return cty.NullVal(bare.Type())
	}
	return v
}

// try gives the first argument that evaluates. One that is not wholly known
// might still fail at apply, so then nothing is known, as in Terraform; what
// it may link to is kept.
func (w *worker) try(e *hclsyntax.FunctionCallExpr, sc *scope) (operand, *problem) {
	if len(e.Args) == 0 {
		return operand{}, problemf(e.Range(), "not enough function arguments", "try expects at least one argument.")
	}
	var last *problem
	for i, arg := range e.Args {
		op, err := w.eval(arg, sc)
		if err == nil && op.kind != isValue && i == 0 && len(e.Args) > 1 {
			var v cty.Value
			if v, err = w.materialise(op, sc, arg.Range()); err == nil {
				op = known(v)
			}
		}
		if err != nil {
			if err.kind == merlon.GapLimit {
				return operand{}, err
			}
			last = err
			continue
		}
		if op.kind == isValue && !op.v.IsWhollyKnown() && !sc.doc {
			return known(cty.DynamicVal.WithMarks(marksOf(op.v))), nil
		}
		return op, nil
	}
	return operand{}, &problem{kind: last.kind, summary: "no expression of try succeeded", detail: last.summary + ": " + last.detail, rng: e.Range()}
}

func (w *worker) can(e *hclsyntax.FunctionCallExpr, sc *scope) (operand, *problem) {
	if len(e.Args) != 1 {
		return operand{}, problemf(e.Range(), "wrong number of arguments", "can expects exactly one argument.")
	}
	v, err := w.value(e.Args[0], sc.really())
	switch {
	case err != nil && err.kind == merlon.GapLimit:
		return operand{}, err
	case err != nil:
		return known(cty.False), nil
	case !v.IsWhollyKnown():
		return known(cty.UnknownVal(cty.Bool)), nil
	}
	return known(cty.True), nil
}

// length answers for resources and modules without writing them out.
func (w *worker) length(e *hclsyntax.FunctionCallExpr, sc *scope) (operand, *problem) {
	op, err := w.eval(e.Args[0], sc.really())
	if err != nil {
		return operand{}, err
	}
	switch {
	case op.kind == isGroup && op.group.each != single && !op.group.partial:
		return known(cty.NumberIntVal(int64(len(op.group.members)))), nil
	case op.kind == isGroup && op.group.partial:
		return known(cty.UnknownVal(cty.Number).RefineNotNull()), nil
	case op.kind == isModules && !op.modules.missing && op.modules.each != single && !op.modules.partial:
		return known(cty.NumberIntVal(int64(len(op.modules.instances)))), nil
	}
	v, err := w.materialise(op, sc, e.Range())
	if err != nil {
		return operand{}, err
	}
	got, err := w.invoke(w.ev.functions["length"], []cty.Value{v}, e)
	return known(got), err
}
