package s3

import (
	"slices"
	"strings"

	"merlon"
)

// The groups that an ACL can grant to.
const (
	allUsers    = "http://acs.amazonaws.com/groups/global/AllUsers"
	allAccounts = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"
	logDelivery = "http://acs.amazonaws.com/groups/s3/LogDelivery"
)

// who names a group in a message.
var who = map[string]string{
	allUsers:    "everyone",
	allAccounts: "every AWS account",
}

// A grant is one permission that an ACL gives to a group.
type grant struct {
	group      string
	permission string // READ, WRITE, READ_ACP, WRITE_ACP or FULL_CONTROL
	at         merlon.Value
}

// canned spells out the canned ACLs that grant something to a group.
// "website" is not one of S3's own any more, and was a public one.
var canned = map[string][]grant{
	"public-read":        {{group: allUsers, permission: "READ"}},
	"website":            {{group: allUsers, permission: "READ"}},
	"public-read-write":  {{group: allUsers, permission: "READ"}, {group: allUsers, permission: "WRITE"}},
	"authenticated-read": {{group: allAccounts, permission: "READ"}},
	"log-delivery-write": {{group: logDelivery, permission: "WRITE"}, {group: logDelivery, permission: "READ_ACP"}},
}

// grantsOf lists what the ACL written in a resource grants to groups: an
// aws_s3_bucket_acl, or a bucket with the old arguments. Unknown values are
// where more may be granted.
func grantsOf(r *merlon.Resource) (grants []grant, unknown []merlon.Value) {
	acl := r.Attr("acl")
	if text, ok := acl.Text(); ok {
		for _, g := range canned[strings.ToLower(text)] {
			g.at = acl
			grants = append(grants, g)
		}
	} else if acl.IsUnknown() {
		unknown = append(unknown, acl)
	}
	add := func(uri, permission merlon.Value) {
		group, known := uri.Text()
		if uri.IsUnknown() {
			unknown = append(unknown, uri)
		}
		if !known || group == "" {
			return // a grant to one account
		}
		texts, complete := permission.Strings()
		for _, p := range texts {
			grants = append(grants, grant{group, strings.ToUpper(p), uri})
		}
		if !complete {
			unknown = append(unknown, permission)
		}
	}
	for g := range r.Elements("grant") {
		add(g.Attr("uri"), g.Attr("permissions"))
	}
	for g := range r.Elements("access_control_policy", "grant") {
		add(g.Attr("grantee", "uri"), g.Attr("permission"))
	}
	return grants, unknown
}

// aclWorks says whether an ACL on the bucket of r has an effect: ACLs are
// switched on, and public ones neither refused nor ignored. Without a word in
// the code the ACL is taken at its own: somebody who writes one wants it.
func aclWorks(pass *merlon.Pass, r *merlon.Resource) merlon.Truth {
	off := blocked(pass, r, "ignore_public_acls").Or(blocked(pass, r, "block_public_acls"))
	controls := beside(pass, r, "aws_s3_bucket_ownership_controls")
	for _, c := range controls.List {
		off = off.Or(c.Attr("rule", "object_ownership").Is("BucketOwnerEnforced"))
	}
	if len(controls.List) == 0 && len(controls.Maybe) > 0 {
		off = off.Or(merlon.Unknown)
	}
	return off.Not()
}

// reportGrants reports each way in which the ACL grants one of the
// permissions to one of the groups, if the ACL works.
func reportGrants(pass *merlon.Pass, r *merlon.Resource, groups, permissions []string, verb string) {
	grants, unknown := grantsOf(r)
	works := merlon.Unknown
	if len(grants)+len(unknown) > 0 {
		works = aclWorks(pass, r)
	}
	if works == merlon.False || managedBeside(pass, r, "aws_s3_bucket_acl") {
		return
	}
	said := make(map[string]bool)
	for _, g := range grants {
		if said[g.group] || !slices.Contains(groups, g.group) || !slices.Contains(permissions, g.permission) {
			continue
		}
		said[g.group] = true
		f := pass.Require(works.Not(), g.at, "%s may %s bucket %q", who[g.group], verb, nameOf(r))
		about(f, r)
	}
	if len(said) == 0 {
		for _, v := range unknown {
			about(pass.Undecided(v), r)
		}
	}
}

// about relates a finding on a companion to its bucket.
func about(f *merlon.Finding, companion *merlon.Resource) {
	if f != nil && companion.Type != "aws_s3_bucket" {
		f.About(bucketOf(companion))
	}
}
