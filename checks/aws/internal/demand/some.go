package demand

import "merlon"

// Some says whether an element of a list, or one of several blocks, is as
// wanted. The block that stands for what a dynamic block over something
// unknown may make is unknown at best: there may be none.
func Some(list merlon.Value, want Want) merlon.Truth {
	some, left := merlon.False, list.Len()
	for e := range list.Elements() {
		left--
		t := want(e)
		if left == 0 && list.MayHaveMore() {
			t = t.And(merlon.Unknown)
		}
		some = some.Or(t)
	}
	if list.MayHaveMore() {
		some = some.Or(merlon.Unknown)
	}
	return some
}

// Several wants a list of two elements or more, whatever they are.
func Several(list merlon.Value) merlon.Truth {
	known := list.Len()
	if list.MayHaveMore() {
		known-- // the last block stands for what there may be
	}
	if known > 1 {
		return merlon.True
	}
	return merlon.TruthOf(list.MayHaveMore()).And(merlon.Unknown)
}
