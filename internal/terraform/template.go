package terraform

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"merlon"
)

func (w *worker) template(e *hclsyntax.TemplateExpr, sc *scope) (cty.Value, *problem) {
	var b strings.Builder
	var marks []cty.ValueMarks
	isKnown := true
	for _, part := range e.Parts {
		v, err := w.value(part, sc)
		if err != nil {
			return cty.UnknownVal(cty.String), err
		}
		if v.IsMarked() {
			var m cty.ValueMarks
			v, m = v.Unmark()
			marks = append(marks, m)
		}
		if v.IsNull() {
			return cty.UnknownVal(cty.String), problemf(part.Range(), "invalid template interpolation value", "The expression result is null. Cannot include a null value in a string template.")
		}
		if !v.IsKnown() {
			isKnown = false
			if sc.doc {
				b.WriteString(merlon.Placeholder("unknown"))
				isKnown = true
			}
			continue
		}
		text, ok := primitiveText(v)
		if !ok {
			s, cerr := convert.Convert(v, cty.String)
			if cerr != nil {
				return cty.UnknownVal(cty.String), problemf(part.Range(), "invalid template interpolation value", "Cannot include the given value in a string template: %s.", cerr)
			}
			text = s.AsString()
		}
		if isKnown {
			b.WriteString(text)
		}
		if b.Len() > 4<<20 {
			return cty.UnknownVal(cty.String), &problem{kind: merlon.GapLimit, summary: "text is longer than 4 MiB", rng: e.SrcRange}
		}
	}
	if err := w.spend(int64(b.Len()/256), e.SrcRange); err != nil {
		return cty.UnknownVal(cty.String), err
	}
	ret := cty.UnknownVal(cty.String).RefineNotNull()
	if isKnown {
		ret = cty.StringVal(b.String())
	} else if prefix := b.String(); prefix != "" {
		ret = cty.UnknownVal(cty.String).Refine().NotNull().StringPrefix(prefix[:min(len(prefix), 128)]).NewValue()
	}
	return ret.WithMarks(marks...), nil
}

func (w *worker) templateJoin(e *hclsyntax.TemplateJoinExpr, sc *scope) (cty.Value, *problem) {
	tuple, err := w.value(e.Tuple, sc)
	if err != nil {
		return cty.UnknownVal(cty.String), err
	}
	tuple, marks := tuple.Unmark()
	all := []cty.ValueMarks{marks}
	if !tuple.IsKnown() || tuple.IsNull() || !tuple.Type().IsTupleType() {
		return cty.UnknownVal(cty.String).WithMarks(all...), nil
	}
	var b strings.Builder
	isKnown := true
	for _, v := range tuple.Elements() {
		v, m := v.Unmark()
		all = append(all, m)
		if v.IsNull() {
			return cty.UnknownVal(cty.String), problemf(e.Range(), "invalid template interpolation value", "An iteration result is null.")
		}
		if !v.IsKnown() {
			isKnown = false
			continue
		}
		s, cerr := convert.Convert(v, cty.String)
		if cerr != nil {
			return cty.UnknownVal(cty.String), problemf(e.Range(), "invalid template interpolation value", "Cannot include an iteration result in a string template: %s.", cerr)
		}
		b.WriteString(s.AsString())
		if b.Len() > 4<<20 {
			return cty.UnknownVal(cty.String), &problem{kind: merlon.GapLimit, summary: "text is longer than 4 MiB", rng: e.Range()}
		}
	}
	if !isKnown {
		return cty.UnknownVal(cty.String).WithMarks(all...), nil
	}
	return cty.StringVal(b.String()).WithMarks(all...), nil
}

// templateFunction renders templatefile and templatestring. A template may
// use all functions but these two, as in Terraform, so it cannot recurse.
func (w *worker) templateFunction(name string, e *hclsyntax.FunctionCallExpr, args []cty.Value, sc *scope) (cty.Value, *problem) {
	if len(args) != 2 {
		return cty.DynamicVal, problemf(e.Range(), "wrong number of arguments", "%s expects 2 arguments.", name)
	}
	for f := sc.frame; f != nil; f = f.up {
		if f.name == templateFrame {
			return cty.DynamicVal, problemf(e.Range(), "template in template", "%s may not be called from inside a template.", name)
		}
	}
	source, marks := args[0].Unmark()
	vars, varMarks := args[1].Unmark()
	if !source.IsKnown() || !vars.IsKnown() {
		return cty.UnknownVal(cty.String).WithMarks(marks, marksOf(args[1])), nil
	}
	text, cerr := toText(source)
	if cerr != nil {
		return cty.DynamicVal, problemf(e.Range(), "invalid function argument", "The first argument of %s must be a string.", name)
	}
	filename := text
	if name == "templatefile" {
		data, err := projectFiles{p: w.ev.p, dir: w.ev.dir.dir}.ReadFile(text)
		if err != nil {
			return cty.DynamicVal, &problem{kind: merlon.GapFile, summary: "template file is not read", detail: text + " " + err.Error(), rng: e.Range()}
		}
		text = string(data)
	} else {
		filename = "template"
	}
	if err := nesting([]byte(text), w.ev.opts.Limits.Nesting); err != nil {
		return cty.DynamicVal, &problem{kind: merlon.GapLimit, summary: "template is not read", detail: err.Error(), rng: e.Range()}
	}
	if err := templateFits([]byte(text)); err != nil {
		return cty.DynamicVal, &problem{kind: merlon.GapLimit, summary: "template is not read", detail: err.Error(), rng: e.Range()}
	}
	if err := w.spend(int64(len(text)/32), e.Range()); err != nil {
		return cty.DynamicVal, err
	}
	tmpl, diags := hclsyntax.ParseTemplate([]byte(text), filename, hcl.InitialPos)
	if diags.HasErrors() {
		return cty.DynamicVal, fromDiags(diags, e.Range())
	}
	// Only the given variables are in scope: names of the module are not.
	inner := &scope{inst: sc.inst, doc: sc.doc, frame: &frame{name: templateFrame}}
	if ty := vars.Type(); !vars.IsNull() && (ty.IsObjectType() || ty.IsMapType()) {
		for k, v := range vars.Elements() {
			inner = inner.with(frame{name: k.AsString(), op: known(v)})
		}
	}
	v, err := w.value(tmpl, inner)
	if err != nil {
		err.rng = e.Range()
		return cty.UnknownVal(cty.String), err
	}
	return v.WithMarks(marks, varMarks), nil
}

// templateFrame marks the scope of a template: no name of the module is seen
// below it. It is no identifier, so no variable can be called so.
const templateFrame = "(template)"
