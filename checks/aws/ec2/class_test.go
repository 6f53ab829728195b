package ec2

import (
	"slices"
	"testing"

	"merlon"
	"merlon/internal/network"
)

// Each rule is of exactly one class, so that it is reported once.
func TestClasses(t *testing.T) {
	all := []class{allPorts, adminRange, sshPort, rdpPort, databasePort, sensitivePort, otherPort}
	for _, c := range []struct {
		protocol    network.Protocol
		first, last int
		want        class
	}{
		{network.AnyProtocol, 0, 65535, allPorts},
		{network.TCP, 0, 65535, allPorts},
		{network.TCP, 1, 65535, allPorts},
		{network.UDP, 0, 65535, databasePort},
		{network.TCP, 20, 4000, adminRange},
		{network.TCP, 22, 22, sshPort},
		{network.TCP, 20, 443, sshPort},
		{network.TCP, 3000, 3400, rdpPort},
		{network.TCP, 3306, 3306, databasePort},
		{network.TCP, 1024, 2000, databasePort},
		{network.TCP, 445, 445, sensitivePort},
		{network.UDP, 161, 161, sensitivePort},
		{network.TCP, 443, 443, otherPort},
		{network.TCP, 8443, 8444, otherPort},
		{network.ICMP, 0, 65535, otherPort},
		{47, 0, 65535, otherPort},
	} {
		rule := &network.Rule{Protocol: c.protocol, Ports: network.Ports{First: c.first, Last: c.last}}
		for _, class := range all {
			if got, want := class.is(rule), merlon.TruthOf(class == c.want); got != want {
				t.Errorf("%s: class %d holds: %s, want %s", rule.Traffic(), class, got, want)
			}
		}
	}
}

func TestServicesAreTold(t *testing.T) {
	seen := map[endpoint]string{}
	for _, s := range append([]service{ssh, rdp}, services...) {
		for _, e := range s.endpoints {
			if other, taken := seen[e]; taken {
				t.Errorf("%v belongs to both %s and %s", e, other, s.slug)
			}
			seen[e] = s.slug
		}
	}
}

func TestMeaningless(t *testing.T) {
	for text, want := range map[string]bool{
		"sg":                                 true,
		"Test security group":                true,
		"Managed by Terraform":               true,
		"orders-sg":                          true,
		"The orders security group":          true,
		"Allow all inbound traffic":          true,
		"---":                                true,
		"SSH from the bastion":               false,
		"orders reach the database":          false,
		"Sécurité : accès depuis le bastion": false,
		"HTTPS":                              false,
	} {
		if got := meaningless(text, []string{"orders", ""}); got != want {
			t.Errorf("meaningless(%q) = %v, want %v", text, got, want)
		}
	}
}

func TestIDsAreUnique(t *testing.T) {
	var ids []string
	for _, c := range Family.Checks {
		if slices.Contains(ids, c.ID) {
			t.Errorf("%s is there twice", c.ID)
		}
		ids = append(ids, c.ID)
		if len(c.Aliases) != len(slices.Compact(slices.Sorted(slices.Values(c.Aliases)))) {
			t.Errorf("%s names an alias twice: %q", c.ID, c.Aliases)
		}
	}
}

func TestSeverityFor(t *testing.T) {
	for _, c := range []struct {
		base  merlon.Severity
		level network.Level
		want  merlon.Severity
	}{
		{merlon.High, network.Facing, merlon.Critical},
		{merlon.Critical, network.Facing, merlon.Critical},
		{merlon.High, network.Unclear, merlon.High},
		{merlon.High, network.Inside, merlon.Medium},
		{merlon.High, network.Unused, merlon.Medium},
		{merlon.Low, network.Inside, merlon.Low},
	} {
		if got := severityFor(c.base, network.Exposure{Level: c.level}); got != c.want {
			t.Errorf("severity %s at level %d is %s, want %s", c.base, c.level, got, c.want)
		}
	}
}
