package lang

import (
	"errors"
	"fmt"
	"math/big"
	"net"
	"net/netip"
	"strings"

	"github.com/apparentlymart/go-cidr/cidr"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/gocty"
)

func (b *builder) networks() {
	b.plain(map[string]function.Function{
		"cidrcontains": cidrContainsFunc,
		"cidrhost":     cidrHostFunc,
		"cidrnetmask":  cidrNetmaskFunc,
		"cidrsubnet":   cidrSubnetFunc,
	})
	b.guard("cidrsubnets", cidrSubnetsFunc, func(l limits, args []cty.Value) error {
		return l.countAtMost(len(args))
	})
}

// parseCIDR reads an address prefix as Terraform does, which lets IPv4 octets
// begin with zeros and counts them as decimal.
func parseCIDR(s string) (*net.IPNet, error) {
	_, network, err := net.ParseCIDR(decimalOctets(s))
	if err != nil {
		return nil, fmt.Errorf("invalid CIDR expression: invalid CIDR address: %s", s)
	}
	return network, nil
}

// decimalOctets takes leading zeros from the octets of an IPv4 address.
func decimalOctets(s string) string {
	if strings.Contains(s, ":") || len(s) > 64 {
		return s
	}
	addr, bits, hasBits := strings.Cut(s, "/")
	octets := strings.Split(addr, ".")
	for i, octet := range octets {
		if trimmed := strings.TrimLeft(octet, "0"); trimmed != "" {
			octets[i] = trimmed
		} else if octet != "" {
			octets[i] = "0"
		}
	}
	s = strings.Join(octets, ".")
	if !hasBits {
		return s
	}
	if trimmed := strings.TrimLeft(bits, "0"); trimmed != "" {
		bits = trimmed
	} else if bits != "" {
		bits = "0"
	}
	return s + "/" + bits
}

// bigNumber is a whole number of any size that an address can be counted with.
func bigNumber(v cty.Value) (*big.Int, error) {
	if f := v.AsBigFloat(); f.IsInf() || f.MantExp(nil) > 1024 {
		return nil, errors.New("the number is too large")
	}
	var n *big.Int
	err := gocty.FromCtyValue(v, &n)
	return n, err
}

var cidrHostFunc = define(cty.String, func(args []cty.Value) (cty.Value, error) {
	num, err := bigNumber(args[1])
	if err != nil {
		return cty.NilVal, err
	}
	network, err := parseCIDR(args[0].AsString())
	if err != nil {
		return cty.NilVal, err
	}
	ip, err := cidr.HostBig(network, num)
	if err != nil {
		return cty.NilVal, err
	}
	return cty.StringVal(ip.String()), nil
}, param("prefix", cty.String), param("hostnum", cty.Number))

var cidrNetmaskFunc = define(cty.String, func(args []cty.Value) (cty.Value, error) {
	network, err := parseCIDR(args[0].AsString())
	if err != nil {
		return cty.NilVal, err
	}
	if network.IP.To4() == nil {
		return cty.NilVal, fmt.Errorf("IPv6 addresses cannot have a netmask: %s", args[0].AsString())
	}
	return cty.StringVal(net.IP(network.Mask).String()), nil
}, param("prefix", cty.String))

var cidrSubnetFunc = define(cty.String, func(args []cty.Value) (cty.Value, error) {
	var bits int
	if err := gocty.FromCtyValue(args[1], &bits); err != nil {
		return cty.NilVal, err
	}
	num, err := bigNumber(args[2])
	if err != nil {
		return cty.NilVal, err
	}
	network, err := parseCIDR(args[0].AsString())
	if err != nil {
		return cty.NilVal, err
	}
	if bits < 0 {
		return cty.NilVal, errors.New("newbits must not be negative")
	}
	if bits > 128 {
		return cty.NilVal, fmt.Errorf("insufficient address space to extend prefix by %d", bits)
	}
	subnet, err := cidr.SubnetBig(network, bits, num)
	if err != nil {
		return cty.NilVal, err
	}
	return cty.StringVal(subnet.String()), nil
}, param("prefix", cty.String), param("newbits", cty.Number), param("netnum", cty.Number))

// cidrSubnetsFunc lays subnets of the wanted sizes one after the other into a
// prefix.
var cidrSubnetsFunc = function.New(&function.Spec{
	Params:       []function.Parameter{param("prefix", cty.String)},
	VarParam:     new(param("newbits", cty.Number)),
	Type:         function.StaticReturnType(cty.List(cty.String)),
	RefineResult: notNull,
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		network, err := parseCIDR(args[0].AsString())
		if err != nil {
			return cty.NilVal, function.NewArgError(0, err)
		}
		if len(args) == 1 {
			return cty.ListValEmpty(cty.String), nil
		}
		subnets := make([]cty.Value, 0, len(args)-1)
		var last *net.IPNet
		for i, arg := range args[1:] {
			length, err := prefixLength(network, arg)
			if err != nil {
				return cty.NilVal, function.NewArgError(i+1, err)
			}
			if last == nil {
				last, _ = cidr.PreviousSubnet(network, length)
			}
			next, rollover := cidr.NextSubnet(last, length)
			if rollover || !network.Contains(next.IP) {
				return cty.NilVal, function.NewArgErrorf(i+1, "not enough remaining address space for a subnet with a prefix of %d bits after %s", length, last)
			}
			last = next
			subnets = append(subnets, cty.StringVal(next.String()))
		}
		return cty.ListVal(subnets), nil
	},
})

// prefixLength is the length of a network's prefix with bits added to it.
func prefixLength(network *net.IPNet, newBits cty.Value) (int, error) {
	var bits int
	if err := gocty.FromCtyValue(newBits, &bits); err != nil {
		return 0, err
	}
	start, all := network.Mask.Size()
	switch {
	case bits < 1:
		return 0, errors.New("must extend prefix by at least one bit")
	case bits > 32:
		return 0, errors.New("may not extend prefix by more than 32 bits")
	case start+bits > all:
		return 0, fmt.Errorf("would extend prefix to %d bits, which is too long for an address of %d bits", start+bits, all)
	}
	return start + bits, nil
}

// cidrContainsFunc is OpenTofu's: whether a prefix contains an address or
// another prefix.
var cidrContainsFunc = define(cty.Bool, func(args []cty.Value) (cty.Value, error) {
	outer, err := netip.ParsePrefix(decimalOctets(args[0].AsString()))
	if err != nil {
		return cty.NilVal, function.NewArgErrorf(0, "invalid CIDR expression: %s", args[0].AsString())
	}
	text := decimalOctets(args[1].AsString())
	inner, err := netip.ParsePrefix(text)
	if addr, addrErr := netip.ParseAddr(text); addrErr == nil {
		// One address is a prefix of all its bits.
		inner, err = addr.WithZone("").Prefix(addr.BitLen())
	}
	if err != nil {
		return cty.NilVal, function.NewArgErrorf(1, "invalid IP address or prefix: %s", args[1].AsString())
	}
	if inner.Addr().Is4() != outer.Addr().Is4() {
		return cty.NilVal, fmt.Errorf("address family mismatch: %s vs. %s", outer, inner)
	}
	return cty.BoolVal(inner.Bits() >= outer.Bits() && outer.Contains(inner.Addr())), nil
}, param("containing_prefix", cty.String), param("contained_ip_or_prefix", cty.String))
