package ec2

import (
	"fmt"
	"strings"

	"merlon"
	"merlon/internal/network"
)

// The recommended checks about open security groups share out the rules that
// let the internet in: each rule is of one class, and each class is one
// check's. So an open rule is reported once, by the check that says most.
type class uint8

const (
	allPorts      class = iota // everything
	adminRange                 // a range with both SSH and RDP
	sshPort                    // SSH
	rdpPort                    // RDP
	databasePort               // a database, without the above
	sensitivePort              // another sensitive service, without the above
	otherPort                  // none of them
)

// is reports whether a rule's ports make it one of the class.
func (c class) is(rule *network.Rule) merlon.Truth {
	all, ssh, rdp := rule.OpensAll(), ssh.openedBy(rule), rdp.openedBy(rule)
	_, db := openedOf(rule, database)
	_, other := openedOf(rule, sensitive)
	rest := all.Not().And(ssh.Not(), rdp.Not())
	switch c {
	case allPorts:
		return all
	case adminRange:
		return all.Not().And(ssh, rdp)
	case sshPort:
		return all.Not().And(ssh, rdp.Not())
	case rdpPort:
		return all.Not().And(rdp, ssh.Not())
	case databasePort:
		return rest.And(db)
	case sensitivePort:
		return rest.And(db.Not(), other)
	}
	return rest.And(db.Not(), other.Not())
}

// trusted are the networks of the settings that count as inside.
func trusted(pass *merlon.Pass) network.Set {
	set, _ := network.ParseSet(pass.Settings.TrustedNetworks)
	return set
}

// worldReach reports whether the rule names as good as everyone on the
// internet, trusted networks aside.
func worldReach(pass *merlon.Pass, rule *network.Rule) merlon.Truth {
	switch {
	case rule.NamesEveryone() && len(pass.Settings.TrustedNetworks) == 0:
		return merlon.True
	case rule.NamesPublic() && rule.Addresses().Minus(trusted(pass)).IsWorld():
		return merlon.True
	case len(rule.MorePeers) > 0:
		return merlon.Unknown
	}
	return merlon.False
}

// ingress yields the ingress rules that a resource writes down.
func ingress(r *merlon.Resource, yield func(*network.Rule)) {
	rules := network.Rules(r)
	for i := range rules {
		if rules[i].Direction == network.Ingress {
			yield(&rules[i])
		}
	}
}

// undecided says what the answer about a rule hangs on.
func undecided(pass *merlon.Pass, rule *network.Rule) {
	for _, v := range rule.MorePeers {
		pass.Undecided(v)
		return
	}
	for _, v := range rule.Unknown {
		pass.Undecided(v)
		return
	}
}

// reportOpen reports a rule that lets the internet in, with the severity that
// what the group protects gives it.
func reportOpen(pass *merlon.Pass, rule *network.Rule, names []string) *merlon.Finding {
	group := network.GroupOf(rule.Resource)
	exposure := network.ExposureOf(pass.Estate, group)
	what := rule.Traffic()
	if len(names) > 0 {
		what += " (" + firstFew(names) + ")"
	}
	at := rule.AtAddresses(network.Set.IsWorld)
	// What the group protects is told, but is no part of the finding's
	// identity: the rule stays the same when a second instance carries it.
	f := pass.Reportf(at, "%s open to the internet (%s)"+strings.ReplaceAll(exposureText(exposure), "%", "%%"), what, publicText(rule))
	return f.At(severityFor(pass.Check.Severity, exposure))
}

func exposureText(e network.Exposure) string {
	if e.By == nil && e.Level != network.Unused {
		return ""
	}
	return "; " + e.String()
}

// severityFor moves a severity by how near the internet can come: up one where
// something with a public address carries the group, down one where nothing
// that does has any.
func severityFor(s merlon.Severity, e network.Exposure) merlon.Severity {
	switch e.Level {
	case network.Facing:
		return min(s+1, merlon.Critical)
	case network.Inside, network.Unused:
		if s > merlon.Low {
			return s - 1
		}
	}
	return s
}

// publicText lists the public addresses of a rule, the first few of them.
func publicText(rule *network.Rule) string {
	var texts []string
	for _, p := range rule.Peers {
		if p.Kind == network.PeerAddress && !network.SetOf(p.Prefix).Public().IsEmpty() {
			texts = append(texts, p.Prefix.String())
		}
	}
	return firstFew(texts)
}

func firstFew(texts []string) string {
	const few = 3
	if len(texts) > few {
		return fmt.Sprintf("%s and %d more", strings.Join(texts[:few], ", "), len(texts)-few)
	}
	return strings.Join(texts, ", ")
}
