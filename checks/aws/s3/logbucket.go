package s3

import (
	"strings"

	"merlon"
)

// takesAccessLogs reports whether S3 delivers access logs to the bucket. Such
// a bucket cannot be asked for access logs of its own, which would log their
// own delivery, nor for a customer-managed key.
func takesAccessLogs(pass *merlon.Pass, bucket *merlon.Resource) bool {
	if len(companions(pass, bucket, "aws_s3_bucket_logging", "target_bucket").List) > 0 ||
		len(companions(pass, bucket, "aws_s3_bucket", "logging.target_bucket").List) > 0 {
		return true
	}
	acls := append([]*merlon.Resource{bucket}, companions(pass, bucket, "aws_s3_bucket_acl", "bucket").List...)
	for _, r := range acls {
		grants, _ := grantsOf(r)
		for _, g := range grants {
			if g.group == logDelivery {
				return true
			}
		}
	}
	return policyNames(pass, bucket, "logging.s3.amazonaws.com")
}

// takesBalancerLogs reports whether a load balancer delivers its access logs
// to the bucket, which works with S3's own keys only.
// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
func takesBalancerLogs(pass *merlon.Pass, bucket *merlon.Resource) bool {
	for _, typ := range []string{"aws_lb", "aws_alb", "aws_elb"} {
		for _, path := range []string{"access_logs.bucket", "connection_logs.bucket"} {
			if len(companions(pass, bucket, typ, path).List) > 0 {
				return true
			}
		}
	}
	return policyNames(pass, bucket, "logdelivery.elasticloadbalancing.amazonaws.com")
}

// policyNames reports whether the bucket's policy mentions a principal.
func policyNames(pass *merlon.Pass, bucket *merlon.Resource, principal string) bool {
	policies := append([]*merlon.Resource{bucket}, companions(pass, bucket, "aws_s3_bucket_policy", "bucket").List...)
	for _, r := range policies {
		if text, ok := r.Attr("policy").Document(); ok && strings.Contains(text, `"`+principal+`"`) {
			return true
		}
	}
	return false
}

// TakesCustomerKey reports whether the bucket can be encrypted with a key of
// the customer's: not if it takes log deliveries that cannot use one.
func TakesCustomerKey(pass *merlon.Pass, bucket *merlon.Resource) bool {
	return !takesAccessLogs(pass, bucket) && !takesBalancerLogs(pass, bucket)
}
