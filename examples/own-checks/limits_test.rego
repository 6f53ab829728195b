package acme.limits_test

import data.acme.limits

bucket(n) := {"address": sprintf("aws_s3_bucket_acl.b%d", [n]), "type": "aws_s3_bucket_acl", "change": {"after": {"acl": "public-read"}}}

test_two_public_buckets_are_fine if {
	count(limits.deny) == 0 with input.resource_changes as [bucket(1), bucket(2)]
}

test_three_are_not if {
	count(limits.deny) == 1 with input.resource_changes as [bucket(1), bucket(2), bucket(3)]
}
