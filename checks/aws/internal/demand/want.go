package demand

import (
	"github.com/zclconf/go-cty/cty"

	"merlon"
)

// On wants a switch to be on; one that is not set is off.
func On(v merlon.Value) merlon.Truth { return v.Truth() }

// OnByDefault wants a switch not to be off; one that is not set is on.
func OnByDefault(v merlon.Value) merlon.Truth { return v.Or(merlon.True) }

// Off wants a switch not to be on; one that is not set is off.
func Off(v merlon.Value) merlon.Truth { return v.Truth().Not() }

// OffByChoice wants a switch to be turned off; one that is not set is on.
func OffByChoice(v merlon.Value) merlon.Truth { return v.Or(merlon.True).Not() }

// Given wants a text, a list or a block that is not empty. What is known only
// at apply but links to a resource is given, unless it may turn out null.
func Given(v merlon.Value) merlon.Truth {
	switch {
	case v.IsUnknown() && len(v.Refs()) > 0:
		return merlon.TruthOf(!mayBeNull(v)).Or(merlon.Unknown)
	case v.IsUnknown():
		return merlon.Unknown
	case v.IsNull():
		return merlon.False
	}
	if text, ok := v.Text(); ok {
		return merlon.TruthOf(text != "")
	}
	return Some(v, func(merlon.Value) merlon.Truth { return merlon.True })
}

// mayBeNull reports whether an unknown text that links to a resource may be
// null after all, as in: var.own_key ? aws_kms_key.own[0].arn : null. The ids
// and ARNs that such a text is made of never are, and neither is what functions
// and templates make of them.
func mayBeNull(v merlon.Value) bool {
	if v.Resource().Origin.Source != merlon.SourceCode || v.Cty().Type() != cty.String {
		return false // a plan has decided
	}
	for _, ref := range v.Refs() {
		if ref.Attribute != "id" && ref.Attribute != "arn" {
			return false
		}
	}
	return !v.Cty().Range().DefinitelyNotNull()
}

// Absent wants nothing to be given: the opposite of [Given].
func Absent(v merlon.Value) merlon.Truth { return Given(v).Not() }

// OneOf wants one of the texts, letter case aside; one that is not set is none
// of them.
func OneOf(texts ...string) Want {
	return func(v merlon.Value) merlon.Truth { return v.Is(texts...) }
}

// OneOfByDefault is [OneOf] where not being set is as good.
func OneOfByDefault(texts ...string) Want {
	return func(v merlon.Value) merlon.Truth {
		return merlon.TruthOf(v.IsNull()).Or(v.Is(texts...))
	}
}

// NoneOf wants none of the texts, letter case aside; one that is not set is
// none of them.
func NoneOf(texts ...string) Want {
	return func(v merlon.Value) merlon.Truth { return v.Is(texts...).Not() }
}

// AtLeast wants a number no less than least; one that is not set counts as def.
func AtLeast(least, def float64) Want {
	return func(v merlon.Value) merlon.Truth {
		n, known := v.Number()
		switch {
		case v.IsNull():
			n = def
		case !known && v.IsUnknown():
			return merlon.Unknown
		case !known:
			return merlon.False
		}
		return merlon.TruthOf(n >= least)
	}
}

// Includes wants a list to hold all of the texts, letter case aside.
func Includes(texts ...string) Want {
	return func(v merlon.Value) merlon.Truth {
		holds := merlon.True
		for _, text := range texts {
			has := merlon.False
			for e := range v.Elements() {
				has = has.Or(e.Is(text))
			}
			if v.MayHaveMore() {
				has = has.Or(merlon.Unknown)
			}
			holds = holds.And(has)
		}
		return holds
	}
}

// Excludes wants a list to hold none of the texts, letter case aside.
func Excludes(texts ...string) Want {
	return func(v merlon.Value) merlon.Truth {
		has := merlon.False
		for e := range v.Elements() {
			has = has.Or(e.Is(texts...))
		}
		if v.MayHaveMore() {
			has = has.Or(merlon.Unknown)
		}
		return has.Not()
	}
}

// AnyOf wants at least one of several wants to hold.
func AnyOf(wants ...Want) Want {
	return func(v merlon.Value) merlon.Truth {
		holds := merlon.False
		for _, want := range wants {
			holds = holds.Or(want(v))
		}
		return holds
	}
}

// At restricts a row to where another attribute, below the resource or the
// element of Each, is as wanted: the function for [Row.When].
func At(path string, want Want) func(merlon.Value) merlon.Truth {
	names := split(path)
	return func(v merlon.Value) merlon.Truth { return want(v.Attr(names...)) }
}

// Both restricts a row to where two restrictions hold.
func Both(a, b func(merlon.Value) merlon.Truth) func(merlon.Value) merlon.Truth {
	return func(v merlon.Value) merlon.Truth { return a(v).And(b(v)) }
}
