package network

import (
	"fmt"
	"strconv"
	"strings"
)

// A Protocol is an IP protocol number, or [AnyProtocol].
type Protocol int

// The protocols that rules name most.
const (
	AnyProtocol Protocol = -1
	ICMP        Protocol = 1
	TCP         Protocol = 6
	UDP         Protocol = 17
	ICMPv6      Protocol = 58
)

var protocolNames = map[string]Protocol{
	"all": AnyProtocol, "-1": AnyProtocol, "any": AnyProtocol,
	"icmp": ICMP, "tcp": TCP, "udp": UDP, "icmpv6": ICMPv6,
	"gre": 47, "esp": 50, "ah": 51, "sctp": 132,
}

// ParseProtocol reads a name or a number as the EC2 API takes it.
func ParseProtocol(text string) (Protocol, bool) {
	text = strings.ToLower(strings.TrimSpace(text))
	if p, ok := protocolNames[text]; ok {
		return p, true
	}
	n, err := strconv.ParseUint(text, 10, 8)
	if err != nil {
		return 0, false
	}
	return Protocol(n), true
}

// String is the protocol's usual name.
func (p Protocol) String() string {
	switch p {
	case AnyProtocol:
		return "all traffic"
	case ICMP:
		return "ICMP"
	case TCP:
		return "TCP"
	case UDP:
		return "UDP"
	case ICMPv6:
		return "ICMPv6"
	}
	return fmt.Sprintf("protocol %d", int(p))
}

// HasPorts reports whether rules of the protocol are about ports.
func (p Protocol) HasPorts() bool { return p == AnyProtocol || p == TCP || p == UDP }

// Covers reports whether a rule for p is also one for the other protocol.
func (p Protocol) Covers(other Protocol) bool { return p == AnyProtocol || p == other }

// Ports is a range of ports, both ends included. It is empty where First is
// above Last.
type Ports struct{ First, Last int }

// AllPorts are all ports there are.
var AllPorts = Ports{0, 65535}

// Contains reports whether the port is in the range.
func (p Ports) Contains(port int) bool { return p.First <= port && port <= p.Last }

// IsAll reports whether the range holds every port that is used.
func (p Ports) IsAll() bool { return p.First <= 1 && p.Last >= 65535 }

// String gives "port 22", "ports 20-25" or "all ports".
func (p Ports) String() string {
	switch {
	case p.IsAll():
		return "all ports"
	case p.First == p.Last:
		return fmt.Sprintf("port %d", p.First)
	}
	return fmt.Sprintf("ports %d-%d", p.First, p.Last)
}
