package terraform

import (
	"bytes"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	hcljson "github.com/hashicorp/hcl/v2/json"
	"github.com/zclconf/go-cty/cty"

	"merlon"
	"merlon/internal/schema"
)

// parseJSON reads a .tf.json file into the same tree that native syntax
// gives, so that the evaluator knows one language. Strings are templates, as
// Terraform's JSON syntax says; which properties of a resource are blocks is
// answered by the provider's schema.
// https://developer.hashicorp.com/terraform/language/syntax/json
func (p *project) parseJSON(name string, data []byte) *hclsyntax.Body {
	shown := p.display(name)
	if err := nesting(data, p.opts.Limits.Nesting); err != nil {
		p.gap(merlon.Gap{Kind: merlon.GapLimit, Summary: "file is not read", Detail: err.Error(), Range: merlon.Range{File: shown}})
		return nil
	}
	file, diags := hcljson.Parse(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), shown)
	p.diagnose(diags, shown)
	if file == nil || diags.HasErrors() {
		return nil
	}
	j := &jsonReader{p: p, file: shown}
	return j.top(file.Body)
}

type jsonReader struct {
	p    *project
	file string
}

// topLabels is how many labels each top-level block type has.
var topLabels = map[string]int{
	"resource": 2, "data": 2, "ephemeral": 2, "module": 1, "provider": 1,
	"variable": 1, "output": 1, "locals": 0, "moved": 0,
}

func (j *jsonReader) top(body hcl.Body) *hclsyntax.Body {
	out := &hclsyntax.Body{Attributes: hclsyntax.Attributes{}}
	attrs, _ := body.JustAttributes()
	names := make([]string, 0, len(attrs))
	for name := range attrs {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		n, ok := topLabels[name]
		if !ok {
			continue
		}
		j.labelled(name, nil, n, attrs[name].Expr, out)
	}
	return out
}

// labelled goes down one level of labels at a time; a list at any level is
// several blocks.
func (j *jsonReader) labelled(typ string, labels []string, more int, e hcl.Expression, out *hclsyntax.Body) {
	for _, item := range listOrSelf(e) {
		if more == 0 {
			rng := item.Range()
			out.Blocks = append(out.Blocks, &hclsyntax.Block{
				Type: typ, Labels: labels, Body: j.body(typ, labels, item),
				TypeRange: rng, OpenBraceRange: hcl.Range{Filename: rng.Filename, Start: rng.Start, End: rng.Start},
				CloseBraceRange: hcl.Range{Filename: rng.Filename, Start: rng.End, End: rng.End},
			})
			continue
		}
		pairs, diags := hcl.ExprMap(item)
		if diags.HasErrors() {
			j.p.diagnose(diags, j.file)
			continue
		}
		for _, pair := range pairs {
			j.labelled(typ, append(slices.Clone(labels), rawString(pair.Key)), more-1, pair.Value, out)
		}
	}
}

func listOrSelf(e hcl.Expression) []hcl.Expression {
	if items, diags := hcl.ExprList(e); !diags.HasErrors() {
		return items
	}
	return []hcl.Expression{e}
}

func rawString(e hcl.Expression) string {
	v, diags := e.Value(nil)
	if diags.HasErrors() || v.IsNull() || v.Type() != cty.String {
		return ""
	}
	return v.AsString()
}

func (j *jsonReader) body(typ string, labels []string, e hcl.Expression) *hclsyntax.Body {
	var block *schema.Block
	switch typ {
	case "resource":
		block = schema.Resource(labels[0])
	case "data":
		block = schema.Data(labels[0])
	case "ephemeral":
		block = schema.Ephemeral(labels[0])
	case "provider":
		block = schema.ProviderConfig(labels[0])
	}
	body := j.nested(e, block)
	if typ == "variable" {
		// A type is an expression in a string.
		if a := body.Attributes["type"]; a != nil {
			if text, ok := literalText(a.Expr); ok {
				if parsed, diags := hclsyntax.ParseExpression([]byte(text), j.file, a.SrcRange.Start); !diags.HasErrors() {
					a.Expr = parsed
				}
			}
		}
	}
	if typ == "moved" {
		for _, name := range []string{"from", "to"} {
			if a := body.Attributes[name]; a != nil {
				if text, ok := literalText(a.Expr); ok {
					if parsed, diags := hclsyntax.ParseExpression([]byte(text), j.file, a.SrcRange.Start); !diags.HasErrors() {
						a.Expr = parsed
					}
				}
			}
		}
	}
	return body
}

func (j *jsonReader) nested(e hcl.Expression, block *schema.Block) *hclsyntax.Body {
	rng := e.Range()
	body := &hclsyntax.Body{Attributes: hclsyntax.Attributes{}, SrcRange: rng, EndRange: hcl.Range{Filename: rng.Filename, Start: rng.End, End: rng.End}}
	pairs, diags := hcl.ExprMap(e)
	if diags.HasErrors() {
		j.p.diagnose(diags, j.file)
		return body
	}
	for _, pair := range pairs {
		name := rawString(pair.Key)
		switch {
		case name == "//" || name == "":
		case name == "dynamic":
			j.dynamic(pair.Value, block, body)
		case name == "lifecycle" || name == "provisioner" || name == "connection":
		case block != nil && block.Block(name) != nil:
			nb := block.Block(name)
			j.labelledNested(name, pair.Value, &nb.Block, body)
		default:
			expr := j.expression(pair.Value)
			switch name {
			case "provider", "providers", "depends_on", "iterator":
				expr = j.reference(pair.Value, expr)
			}
			body.Attributes[name] = &hclsyntax.Attribute{
				Name: name, Expr: expr, SrcRange: hcl.RangeBetween(pair.Key.Range(), pair.Value.Range()),
				NameRange: pair.Key.Range(), EqualsRange: pair.Key.Range(),
			}
		}
	}
	return body
}

func (j *jsonReader) labelledNested(name string, e hcl.Expression, block *schema.Block, body *hclsyntax.Body) {
	for _, item := range listOrSelf(e) {
		if v, diags := item.Value(nil); !diags.HasErrors() && v.IsNull() {
			continue
		}
		body.Blocks = append(body.Blocks, &hclsyntax.Block{
			Type: name, Body: j.nested(item, block), TypeRange: item.Range(), OpenBraceRange: item.Range(), CloseBraceRange: item.Range(),
		})
	}
}

func (j *jsonReader) dynamic(e hcl.Expression, block *schema.Block, body *hclsyntax.Body) {
	for _, group := range listOrSelf(e) {
		pairs, _ := hcl.ExprMap(group)
		for _, pair := range pairs {
			name := rawString(pair.Key)
			var inner *schema.Block
			if block != nil {
				if nb := block.Block(name); nb != nil {
					inner = &nb.Block
				}
			}
			for _, item := range listOrSelf(pair.Value) {
				dyn := j.nested(item, nil)
				if a := dyn.Attributes["content"]; a != nil {
					delete(dyn.Attributes, "content")
					fields, _ := hcl.ExprMap(item)
					for _, f := range fields {
						if rawString(f.Key) == "content" {
							j.labelledNested("content", f.Value, inner, dyn)
						}
					}
				}
				body.Blocks = append(body.Blocks, &hclsyntax.Block{
					Type: "dynamic", Labels: []string{name}, Body: dyn,
					TypeRange: item.Range(), OpenBraceRange: item.Range(), CloseBraceRange: item.Range(),
				})
			}
		}
	}
}

// reference reads "aws.west" or "${aws.west}" as a traversal.
func (j *jsonReader) reference(e hcl.Expression, otherwise hclsyntax.Expression) hclsyntax.Expression {
	if items, diags := hcl.ExprMap(e); !diags.HasErrors() {
		out := &hclsyntax.ObjectConsExpr{SrcRange: e.Range(), OpenRange: e.Range()}
		for _, pair := range items {
			key := &hclsyntax.LiteralValueExpr{Val: cty.StringVal(rawString(pair.Key)), SrcRange: pair.Key.Range()}
			out.Items = append(out.Items, hclsyntax.ObjectConsItem{KeyExpr: key, ValueExpr: j.reference(pair.Value, key)})
		}
		return out
	}
	s := strings.TrimSuffix(strings.TrimPrefix(rawString(e), "${"), "}")
	if parsed, diags := hclsyntax.ParseExpression([]byte(s), j.file, e.Range().Start); s != "" && !diags.HasErrors() {
		return parsed
	}
	return otherwise
}

// expression turns a JSON value into an expression: strings are templates.
func (j *jsonReader) expression(e hcl.Expression) hclsyntax.Expression {
	rng := e.Range()
	if items, diags := hcl.ExprList(e); !diags.HasErrors() {
		out := &hclsyntax.TupleConsExpr{SrcRange: rng, OpenRange: rng}
		for _, item := range items {
			out.Exprs = append(out.Exprs, j.expression(item))
		}
		return out
	}
	if pairs, diags := hcl.ExprMap(e); !diags.HasErrors() {
		out := &hclsyntax.ObjectConsExpr{SrcRange: rng, OpenRange: rng}
		for _, pair := range pairs {
			if rawString(pair.Key) == "//" {
				continue
			}
			key := j.template(rawString(pair.Key), pair.Key.Range())
			out.Items = append(out.Items, hclsyntax.ObjectConsItem{
				KeyExpr:   &hclsyntax.ObjectConsKeyExpr{Wrapped: key, ForceNonLiteral: true},
				ValueExpr: j.expression(pair.Value),
			})
		}
		return out
	}
	v, diags := e.Value(nil)
	if diags.HasErrors() {
		j.p.diagnose(diags, j.file)
		return &hclsyntax.LiteralValueExpr{Val: cty.DynamicVal, SrcRange: rng}
	}
	if v.IsKnown() && !v.IsNull() && v.Type() == cty.String {
		return j.template(v.AsString(), rng)
	}
	return &hclsyntax.LiteralValueExpr{Val: v, SrcRange: rng}
}

func (j *jsonReader) template(s string, rng hcl.Range) hclsyntax.Expression {
	if !strings.Contains(s, "${") && !strings.Contains(s, "%{") {
		return &hclsyntax.LiteralValueExpr{Val: cty.StringVal(s), SrcRange: rng}
	}
	parsed, diags := hclsyntax.ParseTemplate([]byte(s), j.file, rng.Start)
	if diags.HasErrors() {
		j.p.diagnose(diags, j.file)
		return &hclsyntax.LiteralValueExpr{Val: cty.DynamicVal, SrcRange: rng}
	}
	return parsed
}
