# Policies in Rego, as for a plan: input is what `merlon estate --format json`
# prints. Sets named deny, violation or warn hold messages.
package acme.limits

# METADATA
# title: More than two public buckets
# description: Each public bucket needs somebody who looks after it.
# custom:
#   severity: medium
#   fix: Serve the content of the others through CloudFront.
deny contains msg if {
	open := [r.address |
		some r in input.resource_changes
		r.type == "aws_s3_bucket_acl"
		r.change.after.acl == "public-read"
	]
	count(open) > 2
	msg := sprintf("%d buckets are public, two are allowed", [count(open)])
}

warn contains {"msg": msg, "resource": r.address} if {
	some r in input.resource_changes
	r.type == "aws_instance"
	startswith(r.change.after.instance_type, "t2.")
	msg := sprintf("%s is of the old generation t2", [r.name])
}
