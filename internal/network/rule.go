package network

import (
	"net/netip"

	"merlon"
)

// A Direction is the way that traffic goes, seen from what a rule protects.
type Direction string

// The directions.
const (
	Ingress Direction = "ingress"
	Egress  Direction = "egress"
)

// A Rule is one permission of a security group.
type Rule struct {
	Direction Direction
	// Resource is where the rule is written, and At the block in it, or its
	// whole body where the resource is the rule.
	Resource *merlon.Resource
	At       merlon.Value

	// Protocol and Ports are the widest that they can be while unknown.
	Protocol Protocol
	Ports    Ports
	// Unknown is what Protocol and Ports hang on; nil where they are known.
	Unknown []merlon.Value

	Peers []Peer
	// MorePeers are values that may name addresses, and are not known.
	MorePeers []merlon.Value

	Description merlon.Value
}

// A PeerKind says what a peer is named by.
type PeerKind uint8

// The kinds of peer.
const (
	PeerAddress    PeerKind = iota // a CIDR block
	PeerPrefixList                 // a managed prefix list
	PeerGroup                      // another security group
	PeerSelf                       // the group itself
)

// A Peer is the other side of a rule.
type Peer struct {
	Kind PeerKind
	// Prefix is set for addresses.
	Prefix netip.Prefix
	// At is the attribute that names the peer.
	At merlon.Value
}

// NamesEveryone reports whether the rule names 0.0.0.0/0 or ::/0 as such. It is
// cheaper than asking [Rule.Addresses] whether they are the world, and says no
// where that may say yes.
func (r *Rule) NamesEveryone() bool {
	for _, p := range r.Peers {
		if p.Kind == PeerAddress && p.Prefix.Bits() == 0 {
			return true
		}
	}
	return false
}

// Addresses are the addresses that the rule names.
func (r *Rule) Addresses() Set {
	var prefixes []netip.Prefix
	for _, p := range r.Peers {
		if p.Kind == PeerAddress {
			prefixes = append(prefixes, p.Prefix)
		}
	}
	return SetOf(prefixes...)
}

// NamesPublic reports whether the rule names an address outside of [Private].
// It is cheaper than asking [Rule.Addresses], and says yes where that may say
// that the addresses are special ones.
func (r *Rule) NamesPublic() bool {
	for _, p := range r.Peers {
		if p.Kind == PeerAddress && !isPrivate(p.Prefix) {
			return true
		}
	}
	return false
}

func isPrivate(p netip.Prefix) bool {
	for _, private := range privateBlocks {
		if p.Bits() >= private.Bits() && private.Contains(p.Addr()) {
			return true
		}
	}
	return false
}

var privateBlocks = Private.Prefixes()

// AtAddresses is the attribute that holds the first address for which the
// condition holds, or the rule itself.
func (r *Rule) AtAddresses(holds func(Set) bool) merlon.Value {
	for _, p := range r.Peers {
		if p.Kind == PeerAddress && holds(SetOf(p.Prefix)) {
			return p.At
		}
	}
	for _, p := range r.Peers {
		if p.Kind == PeerAddress {
			return p.At
		}
	}
	return r.At
}

// Opens reports whether the rule lets traffic to a port through. It is False
// for what is not a matter of ports, and Unknown where the ports are.
func (r *Rule) Opens(protocol Protocol, port int) merlon.Truth {
	switch {
	case !r.Protocol.HasPorts() || !r.Protocol.Covers(protocol):
		return merlon.False
	case len(r.Unknown) > 0:
		return merlon.Unknown
	}
	return merlon.TruthOf(r.Ports.Contains(port))
}

// OpensAll reports whether the rule lets all traffic, or all of TCP, through.
func (r *Rule) OpensAll() merlon.Truth {
	switch {
	case r.Protocol != AnyProtocol && r.Protocol != TCP:
		return merlon.False
	case len(r.Unknown) > 0:
		return merlon.Unknown
	}
	return merlon.TruthOf(r.Ports.IsAll())
}

// Traffic names what the rule lets through: "TCP port 22".
func (r *Rule) Traffic() string {
	switch {
	case len(r.Unknown) > 0:
		return "unknown ports"
	case r.Protocol == AnyProtocol && r.Ports.IsAll():
		return "all traffic"
	case r.Protocol == AnyProtocol:
		return r.Ports.String() + " of all protocols"
	case r.Protocol.HasPorts() && r.Ports.IsAll():
		return "all " + r.Protocol.String() + " ports"
	case r.Protocol.HasPorts():
		return r.Protocol.String() + " " + r.Ports.String()
	}
	return r.Protocol.String()
}
