package s3

import (
	"merlon"
	"merlon/internal/iam"
)

// Public says whether everyone may use the bucket through an ACL or a policy
// that takes effect. It is for checks of services that write to buckets.
func Public(pass *merlon.Pass, bucket *merlon.Resource) merlon.Truth {
	public := merlon.False
	acls := companions(pass, bucket, "aws_s3_bucket_acl", "bucket")
	for _, r := range append([]*merlon.Resource{bucket}, acls.List...) {
		grants, unknown := grantsOf(r)
		for _, g := range grants {
			if g.group == allUsers || g.group == allAccounts {
				public = public.Or(aclWorks(pass, bucket))
			}
		}
		if len(unknown) > 0 {
			public = public.Or(merlon.Unknown.And(aclWorks(pass, bucket)))
		}
	}
	policies := companions(pass, bucket, "aws_s3_bucket_policy", "bucket")
	works := blocked(pass, bucket, "restrict_public_buckets").Or(blocked(pass, bucket, "block_public_policy")).Not()
	for _, r := range append([]*merlon.Resource{bucket}, policies.List...) {
		policy, _ := iam.FromValue(r.Attr("policy"))
		if policy == nil {
			continue
		}
		for i := range policy.Statements {
			s := &policy.Statements[i]
			public = public.Or(s.AllowsAnyPrincipal().And(s.NarrowsCallers().Not(), works))
		}
	}
	return public
}

// Logged says whether the bucket has access logging.
func Logged(pass *merlon.Pass, bucket *merlon.Resource) merlon.Truth {
	return accessLogging(pass, bucket).holds
}
