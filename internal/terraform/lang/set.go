package lang

import (
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

func (b *builder) sets() {
	for name, fn := range map[string]function.Function{
		"setintersection": stdlib.SetIntersectionFunc,
		"setsubtract":     stdlib.SetSubtractFunc,
		"setunion":        stdlib.SetUnionFunc,
	} {
		b.guard(name, fn, limitSum)
	}
	b.guard("setproduct", stdlib.SetProductFunc, limitProduct)
}

// limitProduct refuses a product of too many elements.
func limitProduct(l limits, args []cty.Value) error {
	total := 1
	for _, arg := range args {
		n := count(arg)
		if n == 0 {
			total = 0
			break
		}
		if total > l.elements/n {
			total = l.elements + 1
			continue
		}
		total *= n
	}
	if err := l.countAtMost(total); err != nil {
		return err
	}
	if len(args) > 0 && total > 10*l.elements/len(args) {
		return l.tooLarge("number of elements", l.elements)
	}
	if err := limitArgs(l, args); err != nil {
		return err
	}
	return limitMixed(args)
}
