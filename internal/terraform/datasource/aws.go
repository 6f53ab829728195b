package datasource

import (
	"cmp"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"merlon/internal/awsfacts"
)

func arn(a args, _ Context) map[string]cty.Value {
	text, known := a.text("arn")
	parts := strings.SplitN(text, ":", 6)
	if !known || len(parts) != 6 || parts[0] != "arn" {
		return nil
	}
	// Parts may be empty, and are known to be.
	out := map[string]cty.Value{"id": cty.StringVal(text)}
	for i, name := range []string{"partition", "service", "region", "account", "resource"} {
		out[name] = cty.StringVal(parts[i+1])
	}
	return out
}

func partition(_ args, ctx Context) map[string]cty.Value {
	p := awsfacts.Partition(ctx.Region)
	if p == "" {
		return nil
	}
	return texts("id", p, "partition", p, "dns_suffix", awsfacts.DNSSuffix(p), "reverse_dns_prefix", awsfacts.ReverseDNSPrefix(p))
}

func region(a args, ctx Context) map[string]cty.Value {
	name, nameKnown := a.text("name")
	endpoint, endpointKnown := a.text("endpoint")
	switch {
	case !nameKnown || !endpointKnown:
		return nil
	case name == "" && endpoint == "":
		name = ctx.Region
	case name == "":
		var ok bool
		rest := strings.TrimPrefix(strings.TrimPrefix(endpoint, "https://"), "ec2.")
		if name, _, ok = strings.Cut(rest, "."); !ok {
			return nil
		}
	}
	r, ok := awsfacts.LookupRegion(name)
	if !ok {
		return texts("id", name, "name", name)
	}
	return texts("id", name, "name", name, "description", r.Description,
		"endpoint", "ec2."+name+"."+awsfacts.DNSSuffix(r.Partition))
}

// allRegions answers for all regions only: which ones an account has enabled
// is its own business.
func allRegions(a args, ctx Context) map[string]cty.Value {
	p := awsfacts.Partition(ctx.Region)
	out := texts("id", p)
	filters, known := a.list("filter")
	if all, ok := a.flag("all_regions", false); p == "" || !ok || !all || !known || len(filters) > 0 {
		return out
	}
	var names []cty.Value
	for _, r := range awsfacts.Regions() {
		if r.Partition == p {
			names = append(names, cty.StringVal(r.Name))
		}
	}
	if len(names) > 0 {
		out["names"] = cty.SetVal(names)
	}
	return out
}

func service(a args, ctx Context) map[string]cty.Value {
	for _, name := range []string{"dns_name", "reverse_dns_name", "reverse_dns_prefix", "service_id", "region"} {
		if _, known := a.text(name); !known {
			return nil
		}
	}
	id := a.textOr("service_id", "")
	regionName := a.textOr("region", "")
	prefix := a.textOr("reverse_dns_prefix", "")
	name := a.textOr("reverse_dns_name", "")
	if dns := a.textOr("dns_name", ""); name == "" && dns != "" {
		name = reverseLabels(dns)
	}
	if labels := strings.Split(name, "."); name != "" && len(labels) >= 3 {
		n := len(labels)
		id, regionName, prefix = labels[n-1], labels[n-2], strings.Join(labels[:n-2], ".")
	} else if name != "" {
		return nil
	}
	if regionName == "" {
		regionName = ctx.Region
	}
	if id == "" || regionName == "" {
		return nil
	}
	p := awsfacts.Partition(regionName)
	if prefix == "" { // that of the provider's region, whatever the argument says
		prefix = awsfacts.ReverseDNSPrefix(cmp.Or(awsfacts.Partition(ctx.Region), p))
	}
	name = prefix + "." + regionName + "." + id
	return texts("id", name, "reverse_dns_name", name, "dns_name", reverseLabels(name), "partition", p,
		"region", regionName, "reverse_dns_prefix", prefix, "service_id", id)
}

func reverseLabels(name string) string {
	labels := strings.Split(name, ".")
	slices.Reverse(labels)
	return strings.Join(labels, ".")
}

func servicePrincipal(a args, ctx Context) map[string]cty.Value {
	name, known := a.text("service_name")
	regionName := a.textOr("region", ctx.Region)
	if !known || name == "" || regionName == "" {
		return nil
	}
	p := awsfacts.ServicePrincipal(name, regionName, awsfacts.Partition(regionName))
	return texts("id", p.ID, "name", p.Name, "suffix", p.Suffix, "region", regionName)
}

func defaultTags(_ args, ctx Context) map[string]cty.Value {
	out := texts("id", awsfacts.Partition(ctx.Region))
	out["tags"] = cty.MapValEmpty(cty.String)
	if ctx.DefaultTags != cty.NilVal && !(ctx.DefaultTags.IsKnown() && ctx.DefaultTags.IsNull()) {
		tags, err := convert.Convert(ctx.DefaultTags, cty.Map(cty.String))
		if err != nil {
			tags = cty.UnknownVal(cty.Map(cty.String))
		}
		out["tags"] = tags
	}
	return out
}

func callerIdentity(_ args, ctx Context) map[string]cty.Value {
	return texts("id", ctx.AccountID, "account_id", ctx.AccountID)
}

// sessionContext knows the issuer of a session from its ARN only where there
// is no session: of a role the path is missing in the ARN.
func sessionContext(a args, _ Context) map[string]cty.Value {
	text, known := a.text("arn")
	parts := strings.SplitN(text, ":", 6)
	if !known || len(parts) != 6 || parts[0] != "arn" {
		return nil
	}
	role := strings.Split(parts[5], "/")
	if parts[2] == "sts" && role[0] == "assumed-role" && len(role) >= 3 {
		return texts("id", text, "issuer_name", role[len(role)-2], "session_name", role[len(role)-1])
	}
	out := texts("id", text, "issuer_arn", text)
	for _, name := range []string{"issuer_id", "issuer_name", "session_name"} {
		out[name] = cty.StringVal("")
	}
	return out
}

func elbAccount(a args, ctx Context) map[string]cty.Value {
	return serviceAccount(awsfacts.ELBAccount, a, ctx)
}

func cloudTrailAccount(a args, ctx Context) map[string]cty.Value {
	return serviceAccount(awsfacts.CloudTrailAccount, a, ctx)
}

func redshiftAccount(a args, ctx Context) map[string]cty.Value {
	return serviceAccount(awsfacts.RedshiftAccount, a, ctx)
}

// serviceAccount gives an ARN of the provider's partition, as it is, even if
// the argument names a region of another one.
func serviceAccount(of awsfacts.Account, a args, ctx Context) map[string]cty.Value {
	name := a.textOr("region", ctx.Region)
	p := cmp.Or(awsfacts.Partition(ctx.Region), awsfacts.Partition(name))
	return texts("id", awsfacts.ServiceAccount(of, name), "arn", awsfacts.ServiceAccountARN(of, name, p))
}

func billingAccount(_ args, ctx Context) map[string]cty.Value {
	out := texts("id", awsfacts.BillingServiceAccount)
	if p := awsfacts.Partition(ctx.Region); p != "" {
		out["arn"] = cty.StringVal("arn:" + p + ":iam::" + awsfacts.BillingServiceAccount + ":root")
	}
	return out
}

func elbZone(a args, ctx Context) map[string]cty.Value {
	return texts("id", awsfacts.HostedZoneID(awsfacts.ELBZone, a.textOr("region", ctx.Region)))
}

func beanstalkZone(a args, ctx Context) map[string]cty.Value {
	name := a.textOr("region", ctx.Region)
	return texts("id", awsfacts.HostedZoneID(awsfacts.BeanstalkZone, name), "region", name)
}

func lbZone(a args, ctx Context) map[string]cty.Value {
	kind := awsfacts.ELBZone
	switch a.textOr("load_balancer_type", "application") {
	case "application":
	case "network":
		kind = awsfacts.NLBZone
	default:
		return nil
	}
	return texts("id", awsfacts.HostedZoneID(kind, a.textOr("region", ctx.Region)))
}

func logDeliveryUser(a args, ctx Context) map[string]cty.Value {
	p := awsfacts.Partition(a.textOr("region", ctx.Region))
	if p == "" {
		return nil
	}
	return texts("id", awsfacts.CloudFrontLogDeliveryCanonicalUserID(p))
}

// defaultVPC answers for the VPC that AWS makes in each region: its block is
// the same everywhere.
// https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc-components.html
func defaultVPC(a args, _ Context) map[string]cty.Value {
	if isDefault, known := a.flag("default", false); !known || !isDefault {
		return nil
	}
	return texts("cidr_block", "172.31.0.0/16")
}

// endpointService answers for a service by its short name: the provider looks
// up the endpoint of that very name.
// https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
func endpointService(a args, ctx Context) map[string]cty.Value {
	name, known := a.text("service")
	region := a.textOr("region", ctx.Region)
	if !known || name == "" || region == "" {
		return nil
	}
	return texts("service_name", "com.amazonaws."+region+"."+name)
}
