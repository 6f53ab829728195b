package s3

import (
	"slices"
	"strings"

	"merlon"
)

// bucketOf is the bucket that a companion resource belongs to, or nil where
// it is not part of the estate.
func bucketOf(companion *merlon.Resource) *merlon.Resource {
	targets := companion.Attr("bucket").Targets("aws_s3_bucket")
	if len(targets) == 0 {
		return nil
	}
	return targets[0]
}

// nameOf is what a message calls the bucket of a resource.
func nameOf(r *merlon.Resource) string {
	if r.Type == "aws_s3_bucket" {
		return r.Name
	}
	if b := bucketOf(r); b != nil {
		return b.Name
	}
	if s, ok := r.Attr("bucket").Text(); ok && s != "" {
		return s
	}
	return r.Name
}

// beside finds the resources of a type that belong to the same bucket as r,
// which is the bucket itself or a companion of it. The bucket need not be part
// of the estate: companions that spell it the same way belong together.
func beside(pass *merlon.Pass, r *merlon.Resource, typ string) merlon.Companions {
	if r.Type == "aws_s3_bucket" {
		return companions(pass, r, typ, "bucket")
	}
	if b := bucketOf(r); b != nil {
		return companions(pass, b, typ, "bucket")
	}
	var found merlon.Companions
	v := r.Attr("bucket")
	spelling, known := v.Document()
	for c := range pass.Estate.OfType(typ) {
		if c.Origin.Root != r.Origin.Root || c == r {
			continue
		}
		switch other, ok := c.Attr("bucket").Document(); {
		case known && ok:
			if other == spelling && c.Module == r.Module {
				found.List = append(found.List, c)
			}
		case (v.IsUnknown() || c.Attr("bucket").IsUnknown()) && len(c.Attr("bucket").Refs()) == 0:
			found.Maybe = append(found.Maybe, c)
		}
	}
	return found
}

// companions are the resources of a type that belong to the bucket by an
// attribute of theirs. One that refers to another bucket belongs to that one,
// though the two may share a name: two environments of one configuration.
func companions(pass *merlon.Pass, bucket *merlon.Resource, typ, path string) merlon.Companions {
	found := pass.Companions(bucket, typ, path)
	var unmade []*merlon.Resource
	found.List = slices.DeleteFunc(found.List, func(c *merlon.Resource) bool {
		elsewhere := false
		for v := range c.All(strings.Split(path, ".")...) {
			for _, ref := range v.Refs() {
				if ref.Target == bucket {
					return false
				}
				elsewhere = elsewhere || ref.Target.Type == "aws_s3_bucket" && ref.Target.Mode == merlon.Managed
			}
		}
		return elsewhere
	})
	// One whose count is unknown may not be made at all.
	found.List = slices.DeleteFunc(found.List, func(c *merlon.Resource) bool {
		if c.Partial && !bucket.Partial {
			unmade = append(unmade, c)
		}
		return c.Partial && !bucket.Partial
	})
	found.Maybe = slices.DeleteFunc(found.Maybe, func(c *merlon.Resource) bool {
		owner := sameSpelling(pass, c.Attr(strings.Split(path, ".")...))
		if owner == bucket {
			found.List = append(found.List, c)
		}
		return owner != nil
	})
	found.Maybe = append(found.Maybe, unmade...)
	return found
}

// sameSpelling finds the bucket whose unknown name is spelled as the value is:
// both are "⟦var.name⟧-logs", say, in one module. Only the first hundred
// buckets are looked at; beyond, the answer stays unknown.
func sameSpelling(pass *merlon.Pass, v merlon.Value) *merlon.Resource {
	spelling, ok := v.Document()
	if !ok {
		return nil
	}
	n := 0
	for bucket := range pass.Estate.OfType("aws_s3_bucket") {
		if n++; n > 100 {
			break
		}
		name, ok := bucket.Attr("bucket").Document()
		if ok && name == spelling && bucket.Module == v.Resource().Module && bucket.Origin.Root == v.Resource().Origin.Root {
			return bucket
		}
	}
	return nil
}

// managedBeside reports whether a resource beside the bucket manages a
// setting. A state repeats it among the bucket's own attributes, and it is not
// reported twice.
func managedBeside(pass *merlon.Pass, r *merlon.Resource, typ string) bool {
	return pass.Estate.Source != merlon.SourceCode && r.Type == "aws_s3_bucket" && len(companions(pass, r, typ, "bucket").List) > 0
}

// present says whether a block or attribute is there; Unknown for a dynamic
// block that may make none.
func present(v merlon.Value) merlon.Truth {
	switch {
	case v.MayHaveMore():
		return merlon.Unknown
	case v.IsSet():
		return merlon.True
	}
	return merlon.False
}

// isTrue reads a switch; a switch in a block that may not be there is Unknown
// at best.
func isTrue(block, v merlon.Value) merlon.Truth {
	if t := v.Truth(); t != merlon.True || !block.MayHaveMore() {
		return t
	}
	return merlon.Unknown
}

// An answer is what the code says about one setting of a bucket: whether it
// holds, where that was read, and the companions that say it.
type answer struct {
	holds merlon.Truth
	at    merlon.Place
	about []*merlon.Resource
}

// ask reads a setting from the bucket's own argument, where it is set, and
// from its companions. The setting holds if any of them says so. A companion
// that may belong to the bucket counts only where nothing else speaks.
func ask(pass *merlon.Pass, bucket *merlon.Resource, argument string, inline func(merlon.Value) (merlon.Truth, merlon.Value),
	typ string, companion func(*merlon.Resource) (merlon.Truth, merlon.Value)) answer {
	a := answer{holds: merlon.False, at: bucket}
	take := func(holds merlon.Truth, at merlon.Value) {
		if a.holds == merlon.False {
			a.at = at
		}
		a.holds = a.holds.Or(holds)
	}
	if v := bucket.Attr(argument); v.IsSet() {
		take(inline(v))
	}
	found := companions(pass, bucket, typ, "bucket")
	for _, c := range found.List {
		a.about = append(a.about, c)
		take(companion(c))
	}
	if a.holds == merlon.False && !bucket.Attr(argument).IsSet() && len(found.List) == 0 && len(found.Maybe) > 0 {
		a.holds, a.at = merlon.Unknown, found.Maybe[0].Attr("bucket")
	}
	return a
}

// require reports unless the answer holds.
func (a answer) require(pass *merlon.Pass, format string, args ...any) *merlon.Finding {
	f := pass.Require(a.holds, a.at, format, args...)
	if f != nil {
		f.About(a.about...)
	}
	return f
}
