package governance

import (
	"slices"
	"strings"

	"merlon"
	"merlon/checks/aws/internal/demand"
	"merlon/checks/aws/internal/once"
)

const (
	sourceConfig   = "https://docs.aws.amazon.com/securityhub/latest/userguide/config-controls.html"
	sourceRecorder = "https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html"
)

var (
	recorders        = once.ByRoot("aws_config_configuration_recorder")
	recorderStatuses = once.ByRoot("aws_config_configuration_recorder_status")
)

// AggregatorRegions reports aggregators that leave regions out.
var AggregatorRegions = &merlon.Check{
	ID:       "aws-config-aggregator-all-regions",
	Title:    "Config aggregator leaves regions out",
	Severity: merlon.Medium,
	Targets:  []string{"aws_config_configuration_aggregator"},
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why: `A region that nobody uses is where an intruder works unseen. A list of regions also misses those that AWS opens
later.`,
	Fix:     `Set all_regions = true in account_aggregation_source or organization_aggregation_source, in place of regions.`,
	Sources: []string{"https://docs.aws.amazon.com/config/latest/developerguide/aggregate-data.html"},
	Aliases: []string{"CKV_AWS_121", "AVD-AWS-0019", "AC_AWS_0049", "AC_AWS_0450", "aws-config-aggregate-all-regions"},
	Run: func(pass *merlon.Pass, aggregator *merlon.Resource) {
		some := false
		for _, name := range []string{"account_aggregation_source", "organization_aggregation_source"} {
			for source := range aggregator.Elements(name) {
				some = true
				v := source.Attr("all_regions")
				pass.Require(v.Truth(), v, "aggregator %q leaves regions out", aggregator.Name)
			}
			some = some || aggregator.Attr(name).MayHaveMore()
		}
		if !some {
			pass.Reportf(aggregator, "aggregator %q collects from nowhere", aggregator.Name)
		}
	},
}

// RecorderEnabled reports recorders that record nothing. Making a recorder
// does not start it.
var RecorderEnabled = &merlon.Check{
	ID:       "aws-config-recorder-enabled",
	Title:    "Config recorder is not started",
	Severity: merlon.Medium,
	Targets:  []string{"aws_config_configuration_recorder", "aws_config_configuration_recorder_status"},
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `Config keeps no record of what the account's resources looked like and when they changed, and its rules judge nothing.`,
	Fix:      `Add an aws_config_configuration_recorder_status with is_enabled = true, which needs an aws_config_delivery_channel.`,
	Sources:  []string{"https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html", sourceConfig},
	Aliases:  []string{"CKV2_AWS_45"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		if r.Type == "aws_config_configuration_recorder_status" {
			v := r.Attr("is_enabled")
			if f := pass.Require(v.Truth(), v, "recorder %q is stopped", r.Name); f != nil {
				f.About(r.Attr("name").Targets("aws_config_configuration_recorder")...)
			}
			return
		}
		started := pass.Companions(r, "aws_config_configuration_recorder_status", "name").Any()
		if started == merlon.False && r.Attr("name").IsNull() {
			// A recorder without a name is called default.
			for _, status := range recorderStatuses.In(pass.Estate)[r.Origin.Root] {
				started = started.Or(status.Attr("name").Is("default"))
			}
		}
		pass.Require(started, r, "recorder %q is never started", r.Name)
	},
}

// RecorderAllResources reports recorders that pass over some resource types.
var RecorderAllResources = &merlon.Check{
	ID:       "aws-config-recorder-all-resources",
	Title:    "Config recorder passes over some resource types",
	Severity: merlon.Low,
	OptIn:    true, // recording costs, and some teams choose
	Targets:  []string{"aws_config_configuration_recorder"},
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `Of the types that are left out nobody can tell who changed what, and no rule judges them.`,
	Fix:      `Remove all_supported = false and the resource types from recording_group.`,
	Sources:  []string{sourceRecorder, sourceConfig},
	Aliases:  []string{"CKV2_AWS_45"},
	Run: func(pass *merlon.Pass, recorder *merlon.Resource) {
		group := recorder.Attr("recording_group")
		strategy := group.Attr("recording_strategy", "use_only")
		all := group.Attr("all_supported").Or(merlon.True).And(demand.OneOfByDefault("ALL_SUPPORTED_RESOURCE_TYPES")(strategy))
		at := group.Attr("all_supported")
		if strategy.IsSet() {
			at = strategy
		}
		if f := pass.Require(all, at, "recorder %q passes over some resource types", recorder.Name); f != nil {
			f.About(pass.Companions(recorder, "aws_config_configuration_recorder_status", "name").List...)
		}
	},
}

// RecorderGlobalResources reports recorders that pass over IAM, if no recorder
// in another region takes care of it. AWS advises to record global resources
// in one region only.
var RecorderGlobalResources = &merlon.Check{
	ID:       "aws-config-recorder-global-resources",
	Title:    "Config recorder does not record global resources",
	Severity: merlon.Low,
	OptIn:    true, // another root may do it in another region
	Targets:  []string{"aws_config_configuration_recorder"},
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `Users, groups, roles and policies of IAM are what an intruder changes first. Config records them only where it is told to.`,
	Fix:      `Set all_supported = true and include_global_resource_types = true in the recording_group of one region.`,
	Sources:  []string{sourceRecorder, sourceConfig},
	Aliases:  []string{"CKV2_AWS_48"},
	Run: func(pass *merlon.Pass, recorder *merlon.Resource) {
		recorded := recordsGlobal(recorder)
		for _, other := range recorders.In(pass.Estate)[recorder.Origin.Root] {
			if other != recorder && elsewhere(other, recorder) {
				recorded = recorded.Or(recordsGlobal(other))
			}
		}
		at := recorder.Attr("recording_group", "include_global_resource_types")
		if f := pass.Require(recorded, at, "recorder %q does not record global resources", recorder.Name); f != nil {
			f.About(pass.Companions(recorder, "aws_config_configuration_recorder_status", "name").List...)
		}
	},
}

func recordsGlobal(recorder *merlon.Resource) merlon.Truth {
	group := recorder.Attr("recording_group")
	chosen, complete := group.Attr("resource_types").Strings()
	iam := merlon.TruthOf(slices.ContainsFunc(chosen, func(t string) bool { return strings.HasPrefix(t, "AWS::IAM::") }))
	if !complete {
		iam = iam.Or(merlon.Unknown)
	}
	// All types but some is all, IAM among them, unless IAM is what is left out.
	excluded, complete := group.Attr("exclusion_by_resource_types", "resource_types").Strings()
	allBut := group.Attr("recording_strategy", "use_only").Is("EXCLUSION_BY_RESOURCE_TYPES")
	if allBut == merlon.True {
		allBut = merlon.TruthOf(!slices.ContainsFunc(excluded, func(t string) bool { return strings.HasPrefix(t, "AWS::IAM::") }))
		if !complete {
			allBut = allBut.And(merlon.Unknown)
		}
	}
	return group.Attr("include_global_resource_types").Truth().Or(iam, allBut)
}

// elsewhere reports whether two resources are in different regions, by the
// name of the region or by the provider that they belong to.
func elsewhere(a, b *merlon.Resource) bool {
	if ra, rb := a.Region(), b.Region(); ra != "" && rb != "" {
		return ra != rb
	}
	return a.Provider != nil && b.Provider != nil && a.Provider.Alias != b.Provider.Alias
}

// configTypes are what shows that a root sets Config up.
var configTypes = []string{"aws_config_config_rule", "aws_config_configuration_recorder"}

var (
	configured  = firsts(configTypes...)
	configRules = once.ByRoot("aws_config_config_rule", "aws_config_organization_managed_rule")
	configPacks = once.ByRoot("aws_config_conformance_pack", "aws_config_organization_conformance_pack")
)

// EncryptedVolumesRule reports roots with Config and no rule for volumes.
var EncryptedVolumesRule = &merlon.Check{
	ID:       "aws-config-encrypted-volumes-rule",
	Title:    "No Config rule asks for encrypted volumes",
	Severity: merlon.Info,
	OptIn:    true, // conformance packs and Security Hub bring the rule too, from elsewhere
	Targets:  configTypes,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Accounting,
	Why:      `Config watches the account, and says nothing when somebody makes a volume without encryption.`,
	Fix:      `Add an aws_config_config_rule with the source_identifier ENCRYPTED_VOLUMES.`,
	Sources:  []string{"https://docs.aws.amazon.com/config/latest/developerguide/encrypted-volumes.html"},
	Aliases:  []string{"AC_AWS_0048"},
	Run: func(pass *merlon.Pass, first *merlon.Resource) {
		root := first.Origin.Root
		if configured.In(pass.Estate)[root] != first {
			return // a root answers once
		}
		rules := configRules.In(pass.Estate)[root]
		asked := merlon.False
		for _, rule := range rules {
			asked = asked.Or(rule.Attr("source", "source_identifier").Is("ENCRYPTED_VOLUMES"), rule.Attr("rule_identifier").Is("ENCRYPTED_VOLUMES"))
		}
		if len(configPacks.In(pass.Estate)[root]) > 0 {
			asked = asked.Or(merlon.Unknown)
		}
		if f := pass.Require(asked, first, "no Config rule asks for encrypted volumes"); f != nil {
			f.About(rules...)
		}
	},
}
