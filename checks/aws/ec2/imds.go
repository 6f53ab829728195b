package ec2

import "merlon"

const (
	imdsWhy = `With version 1 of the instance metadata service, any request that an application can be tricked into making reads the
role's credentials. Version 2 asks for a token first, which such requests cannot get.`
	imdsFix  = `Set metadata_options { http_tokens = "required" }.`
	imdsPage = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html"
)

// IMDSv2Instance reports instances that answer version 1 metadata requests.
var IMDSv2Instance = &merlon.Check{
	ID:       "aws-ec2-imdsv2-instance",
	Title:    "Instance does not require IMDSv2",
	Severity: merlon.High,
	Targets:  []string{"aws_instance"},
	STRIDE:   merlon.Spoofing | merlon.InformationDisclosure | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why:      imdsWhy,
	Fix:      imdsFix,
	Sources:  []string{securityHub("8"), imdsPage},
	Aliases:  []string{"CKV_AWS_79", "AVD-AWS-0028", "AC_AWS_0479", "aws-ec2-enforce-http-token-imds"},
	Run: func(pass *merlon.Pass, instance *merlon.Resource) {
		options := instance.Attr("metadata_options")
		if options.IsNull() {
			templates := instance.Attr("launch_template", "id").Targets("aws_launch_template")
			templates = append(templates, instance.Attr("launch_template", "name").Targets("aws_launch_template")...)
			if len(templates) > 0 {
				options = templates[0].Attr("metadata_options")
			} else if !instance.Attr("launch_template").IsNull() {
				pass.Undecidedf(instance.Attr("launch_template"), "the launch template that may require IMDSv2 is not known here")
				return
			}
		}
		checkIMDS(pass, instance, options)
	},
}

// IMDSv2LaunchConfig reports launch templates and configurations whose
// instances answer version 1 metadata requests.
var IMDSv2LaunchConfig = &merlon.Check{
	ID:       "aws-ec2-imdsv2-launch-config",
	Title:    "Launch template or configuration does not require IMDSv2",
	Severity: merlon.High,
	Targets:  []string{"aws_launch_template", "aws_launch_configuration"},
	STRIDE:   merlon.Spoofing | merlon.InformationDisclosure | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why:      imdsWhy,
	Fix:      imdsFix,
	Sources:  []string{securityHub("8"), imdsPage},
	Aliases: []string{
		"CKV_AWS_79", "AVD-AWS-0130", "AC_AWS_0487",
		"aws-ec2-enforce-launch-config-http-token-imds", "aws-autoscaling-enforce-http-token-imds",
	},
	Run: func(pass *merlon.Pass, r *merlon.Resource) { checkIMDS(pass, r, r.Attr("metadata_options")) },
}

func checkIMDS(pass *merlon.Pass, r *merlon.Resource, options merlon.Value) {
	tokens := options.Attr("http_tokens")
	if options.IsNull() {
		tokens = options
	}
	required := tokens.Is("required")
	if options.Attr("http_endpoint").Is("disabled") == merlon.True {
		return
	}
	if tokens.IsNull() {
		required = required.Or(accountRequiresTokens(pass, r))
	}
	pass.Require(required, tokens, "%s answers metadata requests without a token", r.Label())
}

// accountRequiresTokens reports whether the account's defaults for new
// instances require tokens.
func accountRequiresTokens(pass *merlon.Pass, r *merlon.Resource) merlon.Truth {
	for d := range pass.Estate.OfType("aws_ec2_instance_metadata_defaults") {
		if d.Origin.Root == r.Origin.Root && d.Region() == r.Region() {
			return d.Attr("http_tokens").Is("required")
		}
	}
	return merlon.False
}

// MetadataHopLimit reports metadata that travels further than the instance.
var MetadataHopLimit = &merlon.Check{
	ID:       "aws-ec2-metadata-hop-limit",
	Title:    "Metadata responses travel more than one hop",
	Severity: merlon.Low,
	OptIn:    true, // containers on the instance need two
	Targets:  []string{"aws_launch_template", "aws_launch_configuration", "aws_instance"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why: `A hop limit above 1 lets containers, proxies and network devices behind the instance read its credentials along with
the instance itself.`,
	Fix:     `Set http_put_response_hop_limit to 1; give containers roles of their own.`,
	Sources: []string{"https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-4", imdsPage},
	Aliases: []string{"CKV_AWS_341"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		v := r.Attr("metadata_options", "http_put_response_hop_limit")
		if v.IsUnknown() {
			pass.Undecided(v)
		} else if hops, ok := v.Int(); ok && hops > 1 {
			pass.Reportf(v, "metadata of %s travels %d hops", r.Label(), hops)
		}
	},
}
