// Package edge holds the checks of what faces the internet: load balancers,
// CloudFront, WAF, Route 53, Global Accelerator, network firewalls and
// certificates.
package edge

import (
	"embed"

	"merlon"
)

//go:embed testdata/*/bad.tf testdata/*/good.tf
var testdata embed.FS

// Family is the checks of this domain with their examples.
var Family = merlon.Family{
	Name: "edge",
	Checks: []*merlon.Check{
		// Elastic Load Balancing
		HTTPListener,
		HTTPRedirect,
		ListenerTLS,
		ListenerCiphers,
		ClassicHTTP,
		ClassicTLS,
		ClassicCiphers,
		ClassicEndToEnd,
		ClassicCertificate,
		TargetProtocol,
		TargetHealthCheck,
		PublicLoadBalancer,
		DropInvalidHeaders,
		DesyncMode,
		AccessLogging,
		CrossZone,
		DeletionProtection,
		LoadBalancerMultiAZ,
		ClassicMultiAZ,
		HealthCheckHTTPS,
		// CloudFront
		ViewerHTTPS,
		ViewerTLS,
		ViewerCiphers,
		DefaultCertificateTLS,
		CustomCertificate,
		OriginHTTPS,
		OriginSSL3,
		OriginOldTLS,
		S3OriginAccess,
		DistributionLogging,
		ResponseHeadersPolicy,
		StrictTransport,
		DefaultRootObject,
		DistributionEnabled,
		GeoRestriction,
		OriginFailover,
		// WAF
		WAFAttached,
		WAFAttachedLog4j,
		WAFLog4j,
		WAFRules,
		WAFRuleAction,
		WAFLogging,
		WAFRuleMetrics,
		// Route 53
		DanglingRecord,
		ZoneRecords,
		DNSSEC,
		QueryLogging,
		TransferLock,
		// Network Firewall, Global Accelerator, Certificate Manager
		FirewallLogging,
		FirewallDeletionProtection,
		FirewallCustomerKey,
		FirewallRuleGroups,
		FirewallPassesPackets,
		FirewallPassesFragments,
		AcceleratorFlowLogs,
		WildcardCertificate,
		CertificateCreateBeforeDestroy,
		TransparencyLogging,
		RootAuthorityEnabled,
	},
	Examples: testdata,
}
