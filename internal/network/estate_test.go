package network

import (
	"cmp"
	"slices"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"merlon"
)

// attrs are the attributes of a resource or block under test: cty values,
// strings, numbers, booleans, lists of strings, *merlon.Resource (an unknown
// value that links to it) and []attrs (nested blocks).
type attrs map[string]any

func block(t *testing.T, in attrs) *merlon.Block {
	t.Helper()
	b := &merlon.Block{}
	for name, v := range in {
		b.Attributes = append(b.Attributes, attribute(t, name, v))
	}
	slices.SortFunc(b.Attributes, func(x, y merlon.Attribute) int { return cmp.Compare(x.Name, y.Name) })
	return b
}

func attribute(t *testing.T, name string, v any) merlon.Attribute {
	t.Helper()
	a := merlon.Attribute{Name: name}
	switch v := v.(type) {
	case cty.Value:
		a.Value = v
	case string:
		a.Value = cty.StringVal(v)
	case int:
		a.Value = cty.NumberIntVal(int64(v))
	case bool:
		a.Value = cty.BoolVal(v)
	case []string:
		list := []cty.Value{}
		for _, s := range v {
			list = append(list, cty.StringVal(s))
		}
		a.Value = cty.TupleVal(list)
	case *merlon.Resource:
		a.Value = cty.UnknownVal(cty.String)
		a.Refs = []merlon.Ref{{Target: v, Attribute: "id"}}
	case []*merlon.Resource:
		a.Value = cty.UnknownVal(cty.List(cty.String))
		for _, r := range v {
			a.Refs = append(a.Refs, merlon.Ref{Target: r, Attribute: "id"})
		}
	case []attrs:
		for _, in := range v {
			a.Blocks = append(a.Blocks, block(t, in))
		}
	default:
		t.Fatalf("attribute %s: no way to make a value of a %T", name, v)
	}
	return a
}

func resource(t *testing.T, typ, name string, in attrs) *merlon.Resource {
	t.Helper()
	return &merlon.Resource{Address: typ + "." + name, Type: typ, Name: name, Body: block(t, in)}
}

func estate(resources ...*merlon.Resource) *merlon.Estate {
	return merlon.NewEstate(merlon.SourceCode, resources, nil)
}

var unknown = cty.UnknownVal(cty.String)
