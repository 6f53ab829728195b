// Package datasource answers data sources without asking anybody: those whose
// result follows from their arguments, such as aws_iam_policy_document, and
// those whose result is a public fact, such as aws_elb_service_account.
//
// The answers are those of hashicorp/aws 5.100. What depends on the account,
// the machine or the moment is left out, and is unknown then.
package datasource

import (
	"maps"

	"github.com/zclconf/go-cty/cty"
)

// Context is what is known of the provider that a data source belongs to.
type Context struct {
	Region    string // "" if it is not known
	AccountID string // "" if it is not known
	// DefaultTags are the provider's default tags, a map or object of
	// strings; [cty.NilVal] if it sets none.
	DefaultTags cty.Value
}

// Answer gives computed attributes of a data source.
//
// config is an object of the configured arguments, converted to the types of
// the schema and possibly unknown; nested blocks are tuples of objects. An
// attribute that is missing or null is not set. An attribute that the answer
// leaves out is unknown. Marks of config go to every attribute of the answer.
//
// ok is false for a type that is not known here: all it computes is unknown.
func Answer(typ string, config cty.Value, ctx Context) (attrs map[string]cty.Value, ok bool) {
	answer, ok := answers[typ]
	if !ok {
		return nil, false
	}
	config, marks := config.UnmarkDeep()
	attrs = answer(args{config}, ctx)
	if len(marks) > 0 {
		attrs = maps.Clone(attrs)
		for name, v := range attrs {
			attrs[name] = v.WithMarks(marks)
		}
	}
	return attrs, true
}

// Known reports whether [Answer] knows a type of data source.
func Known(typ string) bool {
	_, ok := answers[typ]
	return ok
}

// An answerFunc computes what it can. What it leaves out is unknown.
type answerFunc func(a args, ctx Context) map[string]cty.Value

var answers = map[string]answerFunc{
	"aws_arn":                                       arn,
	"aws_availability_zone":                         availabilityZone,
	"aws_availability_zones":                        availabilityZones,
	"aws_billing_service_account":                   billingAccount,
	"aws_caller_identity":                           callerIdentity,
	"aws_cloudfront_log_delivery_canonical_user_id": logDeliveryUser,
	"aws_cloudtrail_service_account":                cloudTrailAccount,
	"aws_default_tags":                              defaultTags,
	"aws_elastic_beanstalk_hosted_zone":             beanstalkZone,
	"aws_elb_hosted_zone_id":                        elbZone,
	"aws_elb_service_account":                       elbAccount,
	"aws_iam_policy_document":                       policyDocument,
	"aws_iam_session_context":                       sessionContext,
	"aws_lb_hosted_zone_id":                         lbZone,
	"aws_partition":                                 partition,
	"aws_redshift_service_account":                  redshiftAccount,
	"aws_region":                                    region,
	"aws_regions":                                   allRegions,
	"aws_service":                                   service,
	"aws_service_principal":                         servicePrincipal,
	"aws_vpc":                                       defaultVPC,
	"aws_vpc_endpoint_service":                      endpointService,
	"cloudinit_config":                              cloudInit,
	"null_data_source":                              nullDataSource,
	"template_cloudinit_config":                     cloudInit,
}

// texts makes string attributes of names and values in turn. An empty value is
// one that is not known.
func texts(namesAndValues ...string) map[string]cty.Value {
	out := make(map[string]cty.Value, len(namesAndValues)/2)
	for i := 0; i+1 < len(namesAndValues); i += 2 {
		if v := namesAndValues[i+1]; v != "" {
			out[namesAndValues[i]] = cty.StringVal(v)
		}
	}
	return out
}
