package analytics

import (
	"slices"

	"merlon"
	"merlon/checks/aws/internal/demand"
	"merlon/internal/iam"
)

const (
	sourceOpenSearch       = "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html"
	sourceOpenSearchAccess = "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html"
	sourceOpenSearchFine   = "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html"
	sourceOpenSearchRest   = "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html"
	sourceOpenSearchVPC    = "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html"
	sourceOpenSearchTLS    = "https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_DomainEndpointOptions.html"
)

// domainTypes are the two names of the same service.
var domainTypes = []string{"aws_opensearch_domain", "aws_elasticsearch_domain"}

// domains repeats rows for both types of domain.
func domains(rows ...demand.Row) (all []demand.Row) {
	for _, typ := range domainTypes {
		for _, row := range rows {
			row.Type, row.Noun = typ, "domain"
			all = append(all, row)
		}
	}
	return all
}

// OpenSearchLogging reports domains that publish no logs.
var OpenSearchLogging = &merlon.Check{
	ID:       "aws-opensearch-logging",
	Title:    "OpenSearch domain publishes no logs",
	Severity: merlon.Low,
	OptIn:    true, // slow and error logs are for tuning; aws-opensearch-audit-log asks for the one that matters
	Targets:  domainTypes,
	STRIDE:   merlon.Repudiation,
	CIA:      merlon.Availability,
	AAA:      merlon.Accounting,
	Why:      `Errors and slow queries, which may be an attack, leave no trace outside of the domain.`,
	Fix:      `Add log_publishing_options with a log group.`,
	Sources: []string{
		"https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html", sourceOpenSearch,
	},
	Aliases: []string{"CKV_AWS_84", "AC_AWS_0105"},
	Run: func(pass *merlon.Pass, domain *merlon.Resource) {
		v := domain.Attr("log_publishing_options")
		pass.Require(publishes(v), v, "domain %q publishes no logs", domain.Name)
	},
}

// OpenSearchAuditLog reports domains that publish no audit log.
var OpenSearchAuditLog = &merlon.Check{
	ID:       "aws-opensearch-audit-log",
	Title:    "OpenSearch domain publishes no audit log",
	Severity: merlon.Medium,
	Targets:  domainTypes,
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `Who logged in, who was refused and who read which index cannot be told afterwards.`,
	Fix:      `Add log_publishing_options with log_type = "AUDIT_LOGS" (which needs fine-grained access control) and turn audit logs on.`,
	Sources:  []string{"https://docs.aws.amazon.com/opensearch-service/latest/developerguide/audit-logs.html", sourceOpenSearch},
	Aliases:  []string{"CKV_AWS_317", "AVD-AWS-0042", "aws-elastic-search-enable-domain-logging"},
	Run: func(pass *merlon.Pass, domain *merlon.Resource) {
		v := domain.Attr("log_publishing_options")
		pass.Require(publishes(v, "AUDIT_LOGS"), v, "domain %q publishes no audit log", domain.Name)
	},
}

// publishes says whether one of the blocks publishes a log of one of the
// types, or of any.
func publishes(options merlon.Value, types ...string) merlon.Truth {
	return demand.Some(options, func(option merlon.Value) merlon.Truth {
		wanted := merlon.True
		if len(types) > 0 {
			wanted = option.Attr("log_type").Is(types...)
		}
		return wanted.And(option.Attr("enabled").Or(merlon.True))
	})
}

var nodeToNode = demand.Row{Path: "node_to_node_encryption.enabled", Want: demand.On, When: hasPeers}

// hasPeers says whether a domain has more than one node.
func hasPeers(domain merlon.Value) merlon.Truth {
	config := domain.Attr("cluster_config")
	return demand.AtLeast(2, 1)(config.Attr("instance_count")).
		Or(config.Attr("dedicated_master_enabled").Truth(), config.Attr("warm_enabled").Truth())
}

// OpenSearchNodeToNode reports domains whose nodes speak in clear.
var OpenSearchNodeToNode = demand.Setting(merlon.Check{
	ID:       "aws-opensearch-node-to-node-encryption",
	Title:    "OpenSearch nodes speak with one another in clear",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `Every document that is stored, copied or found goes over the network in clear between the nodes.`,
	Fix:      `Add node_to_node_encryption { enabled = true }. It cannot be turned off again.`,
	Sources:  []string{"https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html", sourceOpenSearch},
	Aliases:  []string{"CKV_AWS_6", "AVD-AWS-0043", "AC_AWS_0468", "aws-elastic-search-enable-in-transit-encryption"},
}, "does not encrypt traffic between nodes", domains(nodeToNode)...)

// OpenSearchNodeToNodeSingle asks the same of domains with one node.
var OpenSearchNodeToNodeSingle = demand.Setting(merlon.Check{
	ID:       "aws-opensearch-node-to-node-encryption-single",
	Title:    "OpenSearch domain with one node is not ready to encrypt between nodes",
	Severity: merlon.Low,
	OptIn:    true, // a single node has nobody to speak with
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `When the domain grows, its nodes will speak in clear unless somebody remembers.`,
	Fix:      `Add node_to_node_encryption { enabled = true }.`,
	Sources:  []string{"https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html"},
	Aliases:  []string{"AVD-AWS-0043", "AC_AWS_0468", "aws-elastic-search-enable-in-transit-encryption"},
}, "does not encrypt traffic between nodes",
	domains(demand.Row{
		Path: nodeToNode.Path, Want: demand.On,
		When: func(domain merlon.Value) merlon.Truth { return hasPeers(domain).Not() },
	})...)

// OpenSearchHTTPS reports domains that answer over plain HTTP.
var OpenSearchHTTPS = demand.Setting(merlon.Check{
	ID:       "aws-opensearch-enforce-https",
	Title:    "OpenSearch domain answers over plain HTTP",
	Severity: merlon.High,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `Queries, documents and passwords cross the network in clear, to be read and changed on the way.`,
	Fix:      `Set enforce_https = true in domain_endpoint_options.`,
	Sources:  []string{sourceOpenSearchTLS, sourceOpenSearch},
	Aliases:  []string{"CKV_AWS_83", "AVD-AWS-0046", "aws-elastic-search-enforce-https"},
}, "answers over plain HTTP", domains(demand.Row{Path: "domain_endpoint_options.enforce_https", Want: demand.On, When: leavesHTTP})...)

// leavesHTTP says whether nothing but enforce_https turns plain HTTP off. In a
// block of endpoint options the provider turns it on itself, and AWS does not
// where there is no block.
func leavesHTTP(domain merlon.Value) merlon.Truth {
	options := domain.Attr("domain_endpoint_options")
	return demand.Given(options).And(merlon.TruthOf(options.Attr("enforce_https").IsNull())).Not()
}

// OpenSearchTLS reports domains that accept old TLS. AWS's default is TLS 1.0.
var OpenSearchTLS = demand.Setting(merlon.Check{
	ID:       "aws-opensearch-tls-policy",
	Title:    "OpenSearch domain accepts outdated TLS",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `TLS 1.0 and 1.1 have known flaws. The default policy, for the sake of old clients, accepts them.`,
	Fix:      `Set tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10" in domain_endpoint_options.`,
	Sources:  []string{sourceOpenSearchTLS, sourceOpenSearch},
	Aliases:  []string{"CKV_AWS_228", "AVD-AWS-0126", "aws-elastic-search-use-secure-tls-policy"},
}, "accepts outdated TLS", domains(demand.Row{
	Path: "domain_endpoint_options.tls_security_policy",
	Want: demand.OneOf("Policy-Min-TLS-1-2-2019-07", "Policy-Min-TLS-1-2-PFS-2023-10", "Policy-Min-TLS-1-2-RFC9151-FIPS-2024-08"),
})...)

// OpenSearchEncryption reports domains that are not encrypted at rest.
var OpenSearchEncryption = demand.Setting(merlon.Check{
	ID:       "aws-opensearch-encryption",
	Title:    "OpenSearch domain is not encrypted at rest",
	Severity: merlon.High,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `Indices, logs and automatic snapshots lie in clear. Encryption cannot be turned off, and not on for old versions.`,
	Fix:      `Add encrypt_at_rest { enabled = true }.`,
	Sources:  []string{sourceOpenSearchRest, sourceOpenSearch},
	Aliases:  []string{"CKV_AWS_5", "AVD-AWS-0048", "AC_AWS_0112", "aws-elastic-search-enable-domain-encryption"},
}, "is not encrypted at rest", domains(demand.Row{Path: "encrypt_at_rest.enabled", Want: demand.On})...)

// OpenSearchCustomerKey reports domains without a key of the customer's own.
var OpenSearchCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-opensearch-customer-key",
	Title:    "OpenSearch domain has no customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // aws-data-confidential-key asks it of domains with confidential data
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization | merlon.Accounting,
	Why:      `A key of one's own has a policy that says who may use it, and can be disabled.`,
	Fix:      `Set kms_key_id in encrypt_at_rest.`,
	Sources:  []string{sourceOpenSearchRest},
	Aliases:  []string{"CKV_AWS_247", "AC_AWS_0111"},
}, "has no key of yours", domains(demand.Row{Path: "encrypt_at_rest.kms_key_id", Want: demand.CustomerKey})...)

// OpenSearchFineGrained reports domains without fine-grained access control.
var OpenSearchFineGrained = demand.Setting(merlon.Check{
	ID:       "aws-opensearch-fine-grained-access",
	Title:    "OpenSearch domain has no fine-grained access control",
	Severity: merlon.Medium,
	STRIDE:   merlon.ElevationOfPrivilege | merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication | merlon.Authorization,
	Why: `Whoever passes the domain's access policy may read and change every index. Inside of a VPC that is often everything
that reaches it.`,
	Fix:     `Set enabled = true in advanced_security_options, with a master user or role.`,
	Sources: []string{sourceOpenSearchFine, sourceOpenSearch},
	Aliases: []string{"CKV2_AWS_52"},
}, "has no fine-grained access control", domains(demand.Row{Path: "advanced_security_options.enabled", Want: demand.On})...)

const masters = "cluster_config.dedicated_master_enabled"

// OpenSearchMasters reports domains without dedicated master nodes.
var OpenSearchMasters = demand.Setting(merlon.Check{
	ID:       "aws-opensearch-dedicated-master",
	Title:    "OpenSearch domain has no dedicated master nodes",
	Severity: merlon.Low,
	OptIn:    true, // small domains do without
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why:      `A heavy query on a data node that is also the master can stop the whole cluster.`,
	Fix:      `Set dedicated_master_enabled = true and dedicated_master_count = 3 in cluster_config.`,
	Sources: []string{
		"https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html", sourceOpenSearch,
	},
	Aliases: []string{"CKV2_AWS_59"},
}, "has no dedicated master nodes", domains(demand.Row{Path: masters, Want: demand.On})...)

// OpenSearchHA reports domains that do not survive the loss of a zone.
var OpenSearchHA = demand.Setting(merlon.Check{
	ID:       "aws-opensearch-high-availability",
	Title:    "OpenSearch domain does not survive the loss of a zone",
	Severity: merlon.Low,
	OptIn:    true, // what that is worth is for each team to say
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why:      `With fewer than three masters, or all nodes in one zone, one failure stops the domain.`,
	Fix:      `Set zone_awareness_enabled = true and dedicated_master_count to at least 3.`,
	Sources: []string{
		"https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html", sourceOpenSearch,
	},
	Aliases: []string{"CKV_AWS_318"},
}, "has all nodes in one zone", domains(
	demand.Row{Path: "cluster_config.zone_awareness_enabled", Want: demand.On},
	demand.Row{Path: masters, Want: demand.On, Says: "has no dedicated masters"},
	demand.Row{
		Path: "cluster_config.dedicated_master_count", Want: demand.AtLeast(3, 0), Says: "has fewer than three dedicated masters",
		When: demand.At(masters, demand.On),
	},
)...)

// OpenSearchVPC reports domains with a public endpoint.
var OpenSearchVPC = demand.Setting(merlon.Check{
	ID:       "aws-opensearch-in-vpc",
	Title:    "OpenSearch domain has a public endpoint",
	Severity: merlon.High,
	STRIDE:   merlon.InformationDisclosure | merlon.Spoofing | merlon.DenialOfService,
	CIA:      merlon.Confidentiality | merlon.Availability,
	AAA:      merlon.Authentication,
	Why: `The domain can be reached over the internet: a mistake in its access policy, or a leaked credential, opens the data
to anybody.`,
	Fix:     `Add vpc_options with subnets and security groups. A public domain cannot be moved: make a new one.`,
	Sources: []string{sourceOpenSearchVPC, sourceOpenSearch},
	Aliases: []string{"CKV_AWS_137"},
}, "has a public endpoint", domains(demand.Row{Path: "vpc_options", Want: demand.Given})...)

// OpenSearchSecurityGroup reports domains that no security group of their own
// guards.
var OpenSearchSecurityGroup = &merlon.Check{
	ID:       "aws-opensearch-default-security-group",
	Title:    "OpenSearch domain has no security group of its own",
	Severity: merlon.Low,
	OptIn:    true, // the default group lets only its own members in; aws-opensearch-in-vpc reports public domains
	Targets:  domainTypes,
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `In a VPC the domain takes the default security group, which whatever nobody gave another one has too, and all its
members reach one another. Outside of a VPC there is no security group at all.`,
	Fix:     `Set security_group_ids in vpc_options to a group for the domain.`,
	Sources: []string{sourceOpenSearchVPC},
	Aliases: []string{"CKV_AWS_248"},
	Run: func(pass *merlon.Pass, domain *merlon.Resource) {
		v := domain.Attr("vpc_options", "security_group_ids")
		if f := pass.Require(demand.Given(v), v, "domain %q has no security group of its own", domain.Name); f != nil {
			return
		}
		if groups := v.Targets("aws_default_security_group"); len(groups) > 0 {
			pass.Reportf(v, "domain %q uses the default security group", domain.Name).About(groups...)
		}
	},
}

// OpenSearchPublicPolicy reports domains whose policy lets everybody in.
var OpenSearchPublicPolicy = &merlon.Check{
	ID:       "aws-opensearch-public-policy",
	Title:    "OpenSearch access policy lets everybody in",
	Severity: merlon.Critical,
	Targets: []string{
		"aws_opensearch_domain", "aws_elasticsearch_domain", "aws_opensearch_domain_policy", "aws_elasticsearch_domain_policy",
	},
	STRIDE: merlon.InformationDisclosure | merlon.Tampering | merlon.Spoofing,
	CIA:    merlon.Confidentiality | merlon.Integrity,
	AAA:    merlon.Authentication | merlon.Authorization,
	Why: `Requests need no signature: whoever reaches the endpoint, on the internet unless the domain is in a VPC, reads,
changes and deletes every index.`,
	Fix:     `Name accounts or roles in the policy, or turn on fine-grained access control, which then asks for a login.`,
	Sources: []string{sourceOpenSearchAccess, sourceOpenSearchFine},
	Aliases: []string{"AC_AWS_0469"},
	Run:     checkOpenSearchPolicy,
}

func checkOpenSearchPolicy(pass *merlon.Pass, r *merlon.Resource) {
	v := r.Attr("access_policies")
	policy, known := iam.FromValue(v)
	if policy == nil {
		if known == merlon.Unknown {
			pass.Undecided(v)
		}
		return
	}
	open := merlon.False
	if policy.Open {
		open = merlon.Unknown
	}
	for i := range policy.Statements {
		open = open.Or(policy.Public(&policy.Statements[i]))
	}
	domain := domainOf(r)
	if domain != nil {
		// AWS recommends an open policy together with fine-grained access
		// control, which checks every request itself.
		fine := domain.Attr("advanced_security_options")
		open = open.And(fine.Attr("enabled").Truth().And(fine.Attr("anonymous_auth_enabled").Truth().Not()).Not())
	}
	f := pass.Require(open.Not(), v, "access policy of %q lets everybody in", r.Name)
	if f == nil || domain == nil {
		return
	}
	if domain != r {
		f.About(domain)
	}
	if f.Result == merlon.Fail && demand.Given(domain.Attr("vpc_options")) == merlon.True {
		f.At(merlon.Medium) // everybody is who reaches it inside of the VPC
	}
}

// domainOf is the domain that a policy is for, which is r itself where that
// has one of its own; nil where it is not in the estate.
func domainOf(r *merlon.Resource) *merlon.Resource {
	if slices.Contains(domainTypes, r.Type) {
		return r
	}
	for _, domain := range r.Attr("domain_name").Targets(domainTypes...) {
		return domain
	}
	return nil
}
