package network

import (
	"fmt"
	"math"
	"net/netip"
	"slices"
	"sync"
	"sync/atomic"

	"go4.org/netipx"
)

// maxPrefixes bounds the prefixes that make up one set.
const maxPrefixes = 10_000

// maxPrefixText is more than the longest text of an IPv6 prefix.
const maxPrefixText = 64

// A Set is a set of IP addresses of both families. The zero Set is empty.
type Set struct{ ips *netipx.IPSet }

// ParsePrefix reads a CIDR block or a single address. Bits below the mask are
// cleared, as AWS does.
func ParsePrefix(text string) (netip.Prefix, error) {
	if len(text) > maxPrefixText {
		return netip.Prefix{}, fmt.Errorf("CIDR block of %d characters", len(text))
	}
	prefix, err := netip.ParsePrefix(text)
	if err != nil {
		addr, addrErr := netip.ParseAddr(text)
		if addrErr != nil {
			return netip.Prefix{}, fmt.Errorf("CIDR block %q: %w", text, err)
		}
		prefix = netip.PrefixFrom(addr.WithZone(""), addr.BitLen())
	}
	if prefix.Addr().Is4In6() {
		return netip.Prefix{}, fmt.Errorf("CIDR block %q: IPv4 inside IPv6", text)
	}
	return prefix.Masked(), nil
}

// ParseSet builds a set from CIDR blocks. Texts that are none are returned;
// so are all beyond a bound.
func ParseSet(texts []string) (set Set, bad []string) {
	var prefixes []netip.Prefix
	for i, text := range texts {
		if i == maxPrefixes {
			return SetOf(prefixes...), append(bad, texts[i:]...)
		}
		prefix, err := ParsePrefix(text)
		if err != nil {
			bad = append(bad, text)
			continue
		}
		prefixes = append(prefixes, prefix)
	}
	return SetOf(prefixes...), bad
}

// SetOf builds a set from prefixes. Invalid ones are left out.
func SetOf(prefixes ...netip.Prefix) Set {
	if len(prefixes) != 1 {
		return setOf(prefixes)
	}
	if s, ok := singles.Load(prefixes[0]); ok {
		return s.(Set)
	}
	s := setOf(prefixes)
	if s.ips != nil && singlesLen.Add(1) <= maxSingles {
		publics.Store(s.ips, s.Minus(Special))
		singles.Store(prefixes[0], s)
	}
	return s
}

// Sets of one prefix are asked for over and over: the same few networks stand
// in every rule of an estate.
var (
	singles    sync.Map // netip.Prefix -> Set
	singlesLen atomic.Int32
)

const maxSingles = 1024

func setOf(prefixes []netip.Prefix) Set {
	var b netipx.IPSetBuilder
	for _, p := range prefixes {
		if p.IsValid() {
			b.AddPrefix(p)
		}
	}
	return build(&b)
}

func build(b *netipx.IPSetBuilder) Set {
	ips, err := b.IPSet()
	if err != nil {
		// The builder was given invalid input, which SetOf keeps out.
		return Set{}
	}
	return Set{ips}
}

func mustSet(texts ...string) Set {
	prefixes := make([]netip.Prefix, len(texts))
	for i, text := range texts {
		prefixes[i] = netip.MustParsePrefix(text)
	}
	return setOf(prefixes)
}

// Special addresses are not reachable over the internet: private networks
// (RFC 1918, RFC 4193), carrier-grade NAT, loopback, link-local, multicast and
// reserved ones. The documentation ranges are not among them: in code they
// stand for public addresses.
var Special = mustSet(
	"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
	"172.16.0.0/12", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/3",
	"::/127", "fc00::/7", "fe80::/10", "ff00::/8",
)

// Private are the addresses of private networks (RFC 1918, RFC 4193, RFC 6598).
var Private = mustSet("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7")

var (
	allIPv4    = mustSet("0.0.0.0/0")
	unicast6   = mustSet("2000::/3") // the part of IPv6 that is given out
	publicIPv4 = allIPv4.Minus(Special).count4()
)

// IsEmpty reports whether there is no address in the set.
func (s Set) IsEmpty() bool { return s.ips == nil || len(s.ips.Ranges()) == 0 }

// Prefixes are the fewest prefixes that make up the set, in order.
func (s Set) Prefixes() []netip.Prefix {
	if s.ips == nil {
		return nil
	}
	return s.ips.Prefixes()
}

// Contains reports whether all of the other set's addresses are in s.
func (s Set) Contains(other Set) bool {
	if other.IsEmpty() {
		return true
	}
	if s.ips == nil {
		return false
	}
	for _, r := range other.ips.Ranges() {
		if !s.ips.ContainsRange(r) { // a set's ranges are joined where they touch
			return false
		}
	}
	return true
}

// Overlaps reports whether the sets have an address in common.
func (s Set) Overlaps(other Set) bool {
	return s.ips != nil && other.ips != nil && slices.ContainsFunc(other.ips.Ranges(), s.ips.OverlapsRange)
}

// Union is the set of addresses in either set.
func (s Set) Union(other Set) Set {
	var b netipx.IPSetBuilder
	if s.ips != nil {
		b.AddSet(s.ips)
	}
	if other.ips != nil {
		b.AddSet(other.ips)
	}
	return build(&b)
}

// Minus is the set of addresses in s and not in other.
func (s Set) Minus(other Set) Set {
	if s.IsEmpty() || other.IsEmpty() {
		return s
	}
	if s.ips == nil || other.ips == nil {
		return s
	}
	var b netipx.IPSetBuilder
	b.AddSet(s.ips)
	b.RemoveSet(other.ips)
	return build(&b)
}

// Intersect is the set of addresses in both.
func (s Set) Intersect(other Set) Set {
	if s.ips == nil || other.ips == nil {
		return Set{}
	}
	var b netipx.IPSetBuilder
	b.AddSet(s.ips)
	b.Intersect(other.ips)
	return build(&b)
}

// Public is the part of the set that the internet can come from.
func (s Set) Public() Set {
	if s.ips == nil {
		return s
	}
	if p, ok := publics.Load(s.ips); ok {
		return p.(Set)
	}
	return s.Minus(Special)
}

// publics holds what is public of each set in singles: *netipx.IPSet -> Set.
var publics sync.Map

// InternetShare is how much of the internet the set covers, from 0 to 1: the
// larger of its shares of public IPv4 and of global IPv6 addresses.
func (s Set) InternetShare() float64 {
	if s.IsEmpty() {
		return 0
	}
	public := s.Public()
	share6 := 0.0
	for _, p := range public.Intersect(unicast6).Prefixes() {
		share6 += math.Exp2(float64(3 - p.Bits()))
	}
	return max(public.count4()/publicIPv4, share6)
}

// count4 is the number of IPv4 addresses in the set.
func (s Set) count4() float64 {
	n := 0.0
	for _, p := range s.Prefixes() {
		if p.Addr().Is4() {
			n += math.Exp2(float64(32 - p.Bits()))
		}
	}
	return n
}

// wideShare is the share of the internet from which on a set counts as open
// to everyone: a /8 of public IPv4 addresses. Splitting 0.0.0.0/0 into halves,
// or leaving a few networks out, does not hide an open door.
const wideShare = 1.0 / 256

// IsWorld reports whether the set is as good as open to everyone.
func (s Set) IsWorld() bool {
	private := true
	for _, p := range s.Prefixes() {
		if p.Bits() == 0 {
			return true
		}
		private = private && isPrivate(p)
	}
	// Most sets are everyone or a private network: no arithmetic for those.
	return !private && s.InternetShare() >= wideShare
}
