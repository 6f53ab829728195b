// Package backup answers whether AWS Backup takes care of a resource, for all
// the services that ask. Start with [Covered].
package backup

import (
	"path"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"merlon"
	"merlon/checks/aws/internal/once"
)

// Covered asks whether a backup selection in the resource's own root takes it
// in: by a link, an ARN or a pattern of ARNs, a tag or a condition. The ARNs of
// the resource's type are told by their service and how their last part begins:
// "elasticfilesystem" and "file-system/".
func Covered(r *merlon.Resource, service, prefix string) merlon.Truth {
	covered := merlon.False
	for _, selection := range selections.In(r.Estate())[r.Origin.Root] {
		covered = covered.Or(takesIn(selection, r, service, prefix))
	}
	return covered
}

var selections = once.ByRoot("aws_backup_selection")

// takesIn reads one selection as AWS Backup does: what is named or has one of
// the tags, everything where neither is given; of that what meets all
// conditions and is not excluded.
//
// https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html
func takesIn(selection, r *merlon.Resource, service, prefix string) merlon.Truth {
	resources, tags := selection.Attr("resources"), selection.Attr("selection_tag")
	chosen := names(resources, r, service, prefix).Or(hasTag(tags, r))
	if resources.IsNull() && tags.IsNull() {
		chosen = merlon.True
	}
	excluded := names(selection.Attr("not_resources"), r, service, prefix)
	covered := chosen.And(meets(selection.Attr("condition"), r), excluded.Not())
	if selection.Partial && !r.Partial {
		covered = covered.And(merlon.Unknown) // it may not be made
	}
	return covered
}

// names asks whether a list of ARNs and patterns has the resource in it.
func names(list merlon.Value, r *merlon.Resource, service, prefix string) merlon.Truth {
	for _, ref := range list.Refs() {
		if ref.Target == r {
			return merlon.True
		}
	}
	texts, complete := list.Strings()
	// What is unknown and links to other resources names those.
	named := merlon.TruthOf(!complete && len(list.Refs()) == 0).And(merlon.Unknown)
	for _, pattern := range texts {
		named = named.Or(matches(pattern, r, service, prefix))
	}
	return named
}

// matches compares a pattern with the resource's ARN, or where that is not
// known with the ARNs that its type has.
func matches(pattern string, r *merlon.Resource, service, prefix string) merlon.Truth {
	if pattern == "*" {
		return merlon.True
	}
	if arn, known := r.Attr("arn").Text(); known {
		return merlon.TruthOf(glob(pattern, arn))
	}
	fields := strings.SplitN(pattern, ":", 6)
	if len(fields) < 6 || !is(fields[2], service) {
		return merlon.False
	}
	account := ""
	if r.Provider != nil {
		account = r.Provider.Account
	}
	return part(fields[3], r.Region()).And(part(fields[4], account), id(fields[5], prefix))
}

// glob compares a text with a pattern whose stars also take in slashes.
func glob(pattern, text string) bool {
	flat := strings.NewReplacer("/", "\x00")
	match, err := path.Match(flat.Replace(pattern), flat.Replace(text))
	return err == nil && match
}

func is(pattern, text string) bool { return pattern == "*" || pattern == text }

// part compares the region or account of a pattern with one that may not be
// known.
func part(pattern, text string) merlon.Truth {
	if !is(pattern, text) && (text == "" || merlon.HasPlaceholder(pattern)) {
		return merlon.Unknown
	}
	return merlon.TruthOf(is(pattern, text))
}

// id compares the last part of a pattern with an id that is not known.
func id(pattern, prefix string) merlon.Truth {
	rest, ofType := strings.CutPrefix(pattern, prefix)
	switch {
	case pattern == "*" || ofType && rest == "*":
		return merlon.True
	case ofType && strings.ContainsAny(rest, "*?"):
		return merlon.Unknown
	}
	return merlon.False // an ARN that is written out is another resource's
}

// hasTag asks whether the resource has one of the tags of selection_tag blocks.
func hasTag(tags merlon.Value, r *merlon.Resource) merlon.Truth {
	has := merlon.TruthOf(tags.MayHaveMore()).And(merlon.Unknown)
	for tag := range tags.Elements() {
		has = has.Or(compare(r, tag, tag.Attr("key").String(), false))
	}
	return has
}

// meets asks whether the resource meets all conditions.
func meets(conditions merlon.Value, r *merlon.Resource) merlon.Truth {
	holds := merlon.TruthOf(!conditions.MayHaveMore()).Or(merlon.Unknown)
	for c := range conditions.Elements() {
		for _, operator := range [...]struct {
			name      string
			like, not bool
		}{{"string_equals", false, false}, {"string_like", true, false}, {"string_not_equals", false, true}, {"string_not_like", true, true}} {
			for test := range c.Attr(operator.name).Elements() {
				t := compare(r, test, strings.TrimPrefix(test.Attr("key").String(), "aws:ResourceTag/"), operator.like)
				if operator.not {
					t = t.Not()
				}
				holds = holds.And(t)
			}
		}
	}
	return holds
}

// compare asks whether a tag of the resource has the value of a test.
func compare(r *merlon.Resource, test merlon.Value, key string, like bool) merlon.Truth {
	want, known := test.Attr("value").Text()
	if !known || key == "" {
		return merlon.Unknown
	}
	value, has := tag(r, key)
	switch {
	case has != merlon.True:
		return has
	case like:
		return merlon.TruthOf(glob(want, value))
	}
	return merlon.TruthOf(value == want)
}

// tag finds the value of a tag, of the resource's own or by the provider's
// default tags: Unknown where it may have the tag, or the value is not known.
func tag(r *merlon.Resource, key string) (value string, has merlon.Truth) {
	for _, name := range []string{"tags", "tags_all"} {
		tags := r.Attr(name)
		if v := tags.Attr(key); v.IsSet() {
			if text, known := v.Text(); known {
				return text, merlon.True
			}
			return "", merlon.Unknown
		}
	}
	if r.Provider == nil || r.Provider.DefaultTags == cty.NilVal {
		return "", merlon.False
	}
	tags := r.Provider.DefaultTags
	if !tags.IsKnown() {
		return "", merlon.Unknown
	}
	if tags.IsNull() || !tags.CanIterateElements() {
		return "", merlon.False
	}
	for k, v := range tags.Elements() {
		if k.AsString() != key || v.IsKnown() && v.IsNull() {
			continue
		}
		if !v.IsKnown() || v.Type() != cty.String {
			return "", merlon.Unknown
		}
		return v.AsString(), merlon.True
	}
	return "", merlon.False
}
