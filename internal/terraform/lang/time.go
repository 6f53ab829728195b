package lang

import (
	"time"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

func (b *builder) times() {
	b.plain(map[string]function.Function{
		"plantimestamp": unpredictable(),
		"timeadd":       stdlib.TimeAddFunc,
		"timecmp":       timeCmpFunc,
		"timestamp":     unpredictable(),
	})
	b.guard("formatdate", stdlib.FormatDateFunc, nil)
}

// timeCmpFunc compares two moments, whatever their offsets from UTC.
var timeCmpFunc = define(cty.Number, func(args []cty.Value) (cty.Value, error) {
	var times [2]time.Time
	for i := range times {
		t, err := time.Parse(time.RFC3339, args[i].AsString())
		if err != nil {
			return cty.NilVal, function.NewArgErrorf(i, "not a valid RFC3339 timestamp: %q", args[i].AsString())
		}
		times[i] = t
	}
	return cty.NumberIntVal(int64(times[0].Compare(times[1]))), nil
}, param("timestamp_a", cty.String), param("timestamp_b", cty.String))
