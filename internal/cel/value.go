package cel

import (
	"fmt"
	"reflect"
	"strings"

	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/common/types/traits"
	"github.com/zclconf/go-cty/cty"

	"merlon"
)

// valueOf gives a value of the estate to an expression. Unknown is CEL's own
// unknown, which goes through operators as three-valued logic wants; what is
// absent is null, and so is all below it.
func valueOf(v merlon.Value) ref.Val {
	if v.IsUnknown() {
		return types.NewUnknown(0, nil)
	}
	if v.IsNull() {
		return absent{}
	}
	raw := v.Cty()
	ty := raw.Type()
	switch {
	case ty == cty.String:
		return types.String(raw.AsString())
	case ty == cty.Bool:
		return types.Bool(raw.True())
	case ty == cty.Number:
		f := raw.AsBigFloat()
		if n, exact := f.Int64(); exact == 0 {
			return types.Int(n)
		}
		n, _ := f.Float64()
		return types.Double(n)
	case ty.IsObjectType() || ty.IsMapType():
		return object{v: v, keys: keysOf(raw)}
	}
	if v.MayHaveMore() {
		return types.NewUnknown(0, nil)
	}
	var list []ref.Val
	for e := range v.Elements() {
		list = append(list, valueOf(e))
	}
	return types.NewRefValList(types.DefaultTypeAdapter, list)
}

// keysOf are the keys of an object or map that have a value.
func keysOf(v cty.Value) []string {
	var keys []string
	for k, e := range v.Elements() {
		if !e.IsKnown() || !e.IsNull() {
			keys = append(keys, k.AsString())
		}
	}
	return keys
}

// An object is a block, object or map of the estate, or the body of a
// resource.
type object struct {
	v    merlon.Value
	keys []string
}

var objectType = types.NewObjectType("merlon.Object", traits.IndexerType|traits.ContainerType|traits.SizerType|traits.IterableType|traits.FieldTesterType)

var (
	_ traits.Indexer     = object{}
	_ traits.Container   = object{}
	_ traits.Sizer       = object{}
	_ traits.Iterable    = object{}
	_ traits.FieldTester = object{}
)

func (o object) Get(index ref.Val) ref.Val {
	name, ok := index.(types.String)
	if !ok {
		return types.NewErr("a name is needed, not %s", index.Type().TypeName())
	}
	return valueOf(o.v.Attr(string(name)))
}

func (o object) IsSet(field ref.Val) ref.Val { return o.Contains(field) }

func (o object) Contains(value ref.Val) ref.Val {
	name, ok := value.(types.String)
	if !ok {
		return types.False
	}
	v := o.v.Attr(string(name))
	if v.IsUnknown() {
		return types.NewUnknown(0, nil)
	}
	return types.Bool(!v.IsNull())
}

func (o object) Size() ref.Val { return types.Int(len(o.keys)) }

func (o object) Iterator() traits.Iterator {
	return types.NewStringList(types.DefaultTypeAdapter, o.keys).Iterator()
}

func (o object) ConvertToNative(typ reflect.Type) (any, error) { return nil, errNative(typ) }

func (o object) ConvertToType(typ ref.Type) ref.Val {
	if typ == types.TypeType {
		return objectType
	}
	return types.NewErr("an object cannot become %s", typ.TypeName())
}

func (o object) Equal(other ref.Val) ref.Val {
	if b, ok := other.(object); ok {
		eq := o.v.Cty().Equals(b.v.Cty())
		if !eq.IsKnown() {
			return types.NewUnknown(0, nil)
		}
		return types.Bool(eq.True())
	}
	return types.False
}

func (o object) Type() ref.Type { return objectType }
func (o object) Value() any     { return o.v }

// absent is what nobody set: null, and as empty as anything can be, so that
// self.tags.owner == null needs no question about the tags.
type absent struct{}

var absentType = types.NewObjectType("merlon.Absent", traits.IndexerType|traits.ContainerType|traits.SizerType|traits.IterableType|traits.FieldTesterType)

func (absent) Get(ref.Val) ref.Val      { return absent{} }
func (absent) IsSet(ref.Val) ref.Val    { return types.False }
func (absent) Contains(ref.Val) ref.Val { return types.False }
func (absent) Size() ref.Val            { return types.IntZero }
func (absent) Iterator() traits.Iterator {
	return types.NewStringList(types.DefaultTypeAdapter, nil).Iterator()
}
func (absent) ConvertToNative(typ reflect.Type) (any, error) { return nil, errNative(typ) }
func (absent) ConvertToType(typ ref.Type) ref.Val {
	switch typ {
	case types.TypeType:
		return types.NullType
	case types.StringType:
		return types.String("null")
	}
	return types.NewErr("null cannot become %s", typ.TypeName())
}

func (absent) Equal(other ref.Val) ref.Val {
	if _, ok := other.(absent); ok {
		return types.True
	}
	return types.Bool(other == types.NullValue)
}

func (absent) Type() ref.Type { return absentType }
func (absent) Value() any     { return nil }

func errNative(typ reflect.Type) error { return fmt.Errorf("no conversion to %s", typ) }

// A resource is the resource under question, or one that a link leads to.
type resource struct {
	pass *merlon.Pass
	r    *merlon.Resource
}

var resourceType = types.NewObjectType("merlon.Resource", traits.IndexerType|traits.FieldTesterType)

func (x resource) Get(index ref.Val) ref.Val {
	name, _ := index.(types.String)
	switch string(name) {
	case "address":
		return types.String(x.r.Address)
	case "type":
		return types.String(x.r.Type)
	case "name":
		return types.String(x.r.Name)
	case "module":
		return types.String(x.r.Module)
	case "mode":
		return types.String(x.r.Mode.String())
	case "file":
		return types.String(x.r.Origin.Range.File)
	case "region":
		return textOrNull(x.r.Region())
	case "account":
		if x.r.Provider != nil {
			return textOrNull(x.r.Provider.Account)
		}
		return absent{}
	case "values":
		return bodyOf(x.r)
	}
	return types.NewErr("a resource has no %q: want one of address, type, name, module, mode, file, region, account, values", string(name))
}

func textOrNull(text string) ref.Val {
	if text == "" {
		return absent{}
	}
	return types.String(text)
}

func bodyOf(r *merlon.Resource) ref.Val {
	o := object{v: r.Whole()}
	if r.Body != nil {
		for i := range r.Body.Attributes {
			a := &r.Body.Attributes[i]
			if v := r.Attr(a.Name); !v.IsNull() {
				o.keys = append(o.keys, a.Name)
			}
		}
	}
	return o
}

func (x resource) IsSet(field ref.Val) ref.Val { return types.Bool(!types.IsError(x.Get(field))) }
func (x resource) ConvertToNative(typ reflect.Type) (any, error) {
	return nil, errNative(typ)
}

func (x resource) ConvertToType(typ ref.Type) ref.Val {
	switch typ {
	case types.TypeType:
		return resourceType
	case types.StringType:
		return types.String(x.r.Address)
	}
	return types.NewErr("a resource cannot become %s", typ.TypeName())
}

func (x resource) Equal(other ref.Val) ref.Val {
	o, ok := other.(resource)
	return types.Bool(ok && o.r == x.r)
}

func (x resource) Type() ref.Type { return resourceType }
func (x resource) Value() any     { return x.r }

func (x resource) list(found []*merlon.Resource) ref.Val {
	list := make([]ref.Val, len(found))
	for i, r := range found {
		list[i] = resource{x.pass, r}
	}
	return types.NewRefValList(types.DefaultTypeAdapter, list)
}

// companions are the resources of a type that name this one at a path. It is
// unknown where there is none and there may be.
func (x resource) companions(typ, path string) ref.Val {
	found := x.pass.Companions(x.r, typ, path)
	if len(found.List) == 0 && len(found.Maybe) > 0 {
		return types.NewUnknown(0, nil)
	}
	return x.list(found.List)
}

// targets are the resources that an attribute of this one leads to.
func (x resource) targets(path string, typs ...string) ref.Val {
	return x.list(x.r.Attr(strings.Split(path, ".")...).Targets(typs...))
}

// referrers are the resources of a type that refer to this one.
func (x resource) referrers(typ string) ref.Val {
	var found []*merlon.Resource
	for _, link := range x.pass.Estate.Referrers(x.r) {
		if link.Resource.Type == typ && link.Resource.Mode == merlon.Managed {
			found = append(found, link.Resource)
		}
	}
	return x.list(found)
}
