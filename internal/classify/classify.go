// Package classify says what class of data a resource holds, from the tag
// that a team chose to say so. Start with [Of].
package classify

import (
	"strings"

	"github.com/zclconf/go-cty/cty"

	"merlon"
)

// A Class is what the data in a resource are. The classes are in order: of
// two tags the later class wins.
type Class uint8

// The classes.
const (
	Unclassified Class = iota // no tag says
	Public                    // made for everybody
	Internal                  // classified, neither public nor confidential
	Unknown                   // there is, or may be, a tag whose value is not known
	Confidential              // harm follows if others read it
)

var names = [...]string{"unclassified", "public", "internal", "unknown", "confidential"}

// String gives the class's name in lower case.
func (c Class) String() string { return names[c] }

// An Answer is a class and where it was read.
type Answer struct {
	Class Class
	// Key and Value are the tag's; empty where no tag says.
	Key, Value string
	// Inherited is set where the tag is one of the provider's default tags.
	Inherited bool
	// At is the tag on the resource, or where it is missing or unknown.
	At merlon.Value
}

// Of reads the class of a resource from its tags and the default tags of its
// provider. A resource's own tag overrides the default tag of the same key, as
// it does in the provider; where several keys of the classification are used,
// the strictest class wins.
func Of(r *merlon.Resource, c merlon.Classification) Answer {
	best := Answer{At: r.Attr("tags")}
	seen := make(map[string]bool)
	consider := func(a Answer) {
		if a.Class > best.Class {
			best = a
		}
	}
	for _, name := range []string{"tags", "tags_all"} {
		tags := r.Attr(name)
		if tags.IsUnknown() {
			consider(Answer{Class: Unknown, At: tags})
			if name == "tags" {
				// Any default tag may be overridden by one we cannot see.
				return best
			}
			continue
		}
		for key := range elements(tags.Cty()) {
			if seen[key] {
				continue
			}
			seen[key] = true
			if isKey(key, c.Keys) {
				consider(ownTag(tags.Attr(key), key, c))
			}
		}
	}
	if r.Provider == nil || r.Provider.DefaultTags == cty.NilVal || !taggable(r) {
		return best
	}
	defaults := r.Provider.DefaultTags
	if !defaults.IsKnown() {
		consider(Answer{Class: Unknown, Inherited: true, At: r.Attr("tags")})
		return best
	}
	for key, v := range elements(defaults) {
		if seen[key] || !isKey(key, c.Keys) {
			continue
		}
		a := Answer{Class: Unknown, Key: key, Inherited: true, At: r.Attr("tags")}
		if text, known := textOf(v); known {
			a.Value, a.Class = text, classOf(text, c)
		}
		consider(a)
	}
	return best
}

func ownTag(v merlon.Value, key string, c merlon.Classification) Answer {
	a := Answer{Class: Unknown, Key: key, At: v}
	if v.IsNull() {
		a.Class = Unclassified
	} else if text, ok := v.Text(); ok {
		a.Value, a.Class = text, classOf(text, c)
	}
	return a
}

// taggable reports whether default tags can reach the resource. Whoever has a
// type that carries no tags does not ask for its class.
func taggable(r *merlon.Resource) bool { return r.Mode == merlon.Managed }

func isKey(key string, keys []string) bool { return contains(keys, key) }

// classOf reads a tag's value. An empty one says nothing.
func classOf(value string, c merlon.Classification) Class {
	switch {
	case strings.TrimSpace(value) == "":
		return Unclassified
	case contains(c.Confidential, value):
		return Confidential
	case contains(c.Public, value):
		return Public
	}
	return Internal
}

func contains(list []string, s string) bool {
	s = strings.TrimSpace(s)
	for _, e := range list {
		if strings.EqualFold(strings.TrimSpace(e), s) {
			return true
		}
	}
	return false
}

func textOf(v cty.Value) (string, bool) {
	switch {
	case !v.IsKnown():
		return "", false
	case v.IsNull():
		return "", true
	case v.Type() == cty.String:
		return v.AsString(), true
	}
	return "", false
}

// elements yields the entries of a known map or object.
func elements(v cty.Value) func(yield func(string, cty.Value) bool) {
	return func(yield func(string, cty.Value) bool) {
		if v == cty.NilVal || !v.IsKnown() || v.IsNull() || !v.CanIterateElements() {
			return
		}
		if !v.Type().IsMapType() && !v.Type().IsObjectType() {
			return
		}
		for k, e := range v.Elements() {
			if k.Type() != cty.String || !k.IsKnown() || k.IsNull() {
				continue
			}
			if !yield(k.AsString(), e) {
				return
			}
		}
	}
}
