package demand

import (
	"merlon"
	"merlon/internal/network"
)

// LetsWorldIn asks whether a rule of a security group lets every address in,
// on whatever port.
func LetsWorldIn(pass *merlon.Pass, group *merlon.Resource) merlon.Truth {
	lets := merlon.False
	for _, rule := range network.RulesOf(pass.Estate, group) {
		if rule.Direction != network.Ingress {
			continue
		}
		open := merlon.TruthOf(rule.Addresses().IsWorld())
		if len(rule.MorePeers) > 0 {
			open = open.Or(merlon.Unknown)
		}
		if rule.Resource.Partial && !group.Partial {
			open = open.And(merlon.Unknown) // it may not be made
		}
		lets = lets.Or(open)
	}
	return lets
}
