package terraform

import (
	"strings"

	"github.com/zclconf/go-cty/cty"

	"merlon"
)

// planned rewrites what the AWS provider writes otherwise into its plan than
// it stands in the configuration. Each rule is a fact about the provider:
// https://github.com/hashicorp/terraform-provider-aws (version 5.100)
func planned(typ string, b *merlon.Block) {
	switch typ {
	case "aws_security_group_rule":
		nameProtocol(b.Find("protocol"))
	case "aws_elasticsearch_domain", "aws_opensearch_domain":
		dropDedicatedMasters(b.Find("cluster_config"))
	}
}

// nameProtocol writes a protocol by its name, as security group rules keep it.
func nameProtocol(a *merlon.Attribute) {
	if a == nil || a.Value == cty.NilVal || !a.Value.IsKnown() || a.Value.IsNull() || a.Value.Type() != cty.String {
		return
	}
	names := map[string]string{"all": "-1", "1": "icmp", "6": "tcp", "17": "udp", "58": "icmpv6"}
	s := strings.ToLower(a.Value.AsString())
	if name, ok := names[s]; ok {
		s = name
	}
	a.Value = cty.StringVal(s)
}

// dropDedicatedMasters: without dedicated masters their count and type are
// not looked at.
func dropDedicatedMasters(a *merlon.Attribute) {
	if a == nil {
		return
	}
	for _, b := range a.Blocks {
		enabled := b.Find("dedicated_master_enabled")
		off := enabled == nil || enabled.Value.IsKnown() && (enabled.Value.IsNull() || enabled.Value.Type() == cty.Bool && enabled.Value.False())
		if !off {
			continue
		}
		for _, name := range []string{"dedicated_master_count", "dedicated_master_type"} {
			if x := b.Find(name); x != nil {
				x.Value = cty.NullVal(x.Value.Type())
			}
		}
	}
}
