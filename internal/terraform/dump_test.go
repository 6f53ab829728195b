package terraform_test

import (
	"fmt"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"merlon"
)

// dump writes everything that an estate holds, for tests that ask whether
// two estates are equal or whether one holds a certain text.
func dump(e *merlon.Estate) string {
	var b strings.Builder
	fmt.Fprintf(&b, "roots %q workspace %q\n", e.Roots, e.Workspace)
	for _, g := range e.Gaps {
		fmt.Fprintf(&b, "gap %+v\n", g)
	}
	for _, g := range e.Notices {
		fmt.Fprintf(&b, "notice %+v\n", g)
	}
	for _, c := range e.Comments {
		fmt.Fprintf(&b, "comment %+v\n", c)
	}
	names := make([]string, 0, len(e.Outputs))
	for n := range e.Outputs {
		names = append(names, n)
	}
	slices.Sort(names)
	for _, n := range names {
		fmt.Fprintf(&b, "output %q %v %s\n", n, e.Outputs[n].Sensitive, goString(e.Outputs[n].Value))
	}
	for _, r := range e.Resources() {
		fmt.Fprintf(&b, "resource %q %q %v %q %q %v %+v %q\n", r.Address, r.Module, r.Mode, r.Type, r.Name, r.Partial, r.Origin, r.Formerly)
		if p := r.Provider; p != nil {
			fmt.Fprintf(&b, "  provider %q %q %q %q %s\n", p.Name, p.Alias, p.Region, p.Account, goString(p.DefaultTags))
		}
		dumpBlock(&b, r.Body, "  ")
	}
	return b.String()
}

func goString(v cty.Value) string {
	if v == cty.NilVal {
		return "-"
	}
	return v.GoString()
}

func dumpBlock(b *strings.Builder, block *merlon.Block, indent string) {
	fmt.Fprintf(b, "%sblock %v %v%s\n", indent, block.Range, block.Header, chain(block.Cause))
	for _, a := range block.Attributes {
		fmt.Fprintf(b, "%s%q %v more=%v computed=%v sensitive=%v secret=%v %s doc=%q%s", indent, a.Name, a.Range, a.More, a.Computed, a.Sensitive, a.Secret, goString(a.Value), a.Document, chain(a.Cause))
		for _, ref := range a.Refs {
			fmt.Fprintf(b, " ->%s.%s", ref.Target.Address, ref.Attribute)
		}
		b.WriteByte('\n')
		for _, inner := range a.Blocks {
			dumpBlock(b, inner, indent+"  ")
		}
	}
}

func chain(c *merlon.Cause) string {
	var b strings.Builder
	for _, step := range c.Chain() {
		fmt.Fprintf(&b, " from %s %s %v", step.Kind, step.Name, step.Range)
	}
	return b.String()
}
