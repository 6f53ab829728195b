package network

import (
	"math"
	"net/netip"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParsePrefix(t *testing.T) {
	for text, want := range map[string]string{
		"10.1.2.3/8":                    "10.0.0.0/8",
		"0.0.0.0/0":                     "0.0.0.0/0",
		"192.0.2.1":                     "192.0.2.1/32",
		"::/0":                          "::/0",
		"2001:db8::1":                   "2001:db8::1/128",
		"":                              "",
		"10.0.0.0/33":                   "",
		"10.0.0/8":                      "",
		"sg-12345":                      "",
		"::ffff:10.0.0.0/104":           "",
		"fe80::1%eth0":                  "fe80::1/128",
		string(make([]byte, 1<<20)):     "",
		"0000:0000:0000:0000::/0000000": "",
	} {
		got, err := ParsePrefix(text)
		if want == "" {
			if err == nil {
				t.Errorf("ParsePrefix(%.40q) = %v, want an error", text, got)
			}
			continue
		}
		if err != nil || got.String() != want {
			t.Errorf("ParsePrefix(%q) = %v, %v, want %s", text, got, err, want)
		}
	}
}

func TestSet(t *testing.T) {
	for _, c := range []struct {
		name          string
		texts         []string
		public, world bool
	}{
		{"nothing", nil, false, false},
		{"everything", []string{"0.0.0.0/0"}, true, true},
		{"everything of IPv6", []string{"::/0"}, true, true},
		{"all that is given out of IPv6", []string{"2000::/3"}, true, true},
		{"one IPv6 network", []string{"2600:1f00::/24"}, true, false},
		{"two halves", []string{"0.0.0.0/1", "128.0.0.0/1"}, true, true},
		{"one half", []string{"128.0.0.0/1"}, true, true},
		{"a public /8", []string{"54.0.0.0/8"}, true, true},
		{"a public /9", []string{"54.0.0.0/9"}, true, false},
		{"one address", []string{"198.51.100.7/32"}, true, false},
		{"private networks", []string{"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fd00::/8"}, false, false},
		{"carrier-grade NAT and link-local", []string{"100.64.0.0/10", "169.254.0.0/16", "fe80::/10"}, false, false},
		{"beyond a private network", []string{"172.16.0.0/11"}, true, false},
	} {
		set, bad := ParseSet(c.texts)
		if len(bad) > 0 {
			t.Errorf("%s: bad texts %q", c.name, bad)
		}
		if got := !set.Public().IsEmpty(); got != c.public {
			t.Errorf("%s: public = %v, want %v", c.name, got, c.public)
		}
		if got := set.IsWorld(); got != c.world {
			t.Errorf("%s: world = %v, want %v (share %g)", c.name, got, c.world, set.InternetShare())
		}
	}
}

func TestSetAlgebra(t *testing.T) {
	ten, sixteen := mustSet("10.0.0.0/8"), mustSet("10.1.0.0/16")
	if !ten.Contains(sixteen) || sixteen.Contains(ten) || !ten.Contains(Set{}) || (Set{}).Contains(ten) {
		t.Error("Contains is not the subset relation")
	}
	if !ten.Overlaps(sixteen) || ten.Overlaps(mustSet("11.0.0.0/8")) || ten.Overlaps(Set{}) {
		t.Error("Overlaps is not having an address in common")
	}
	got := mustSet("10.0.0.0/15").Minus(sixteen).Prefixes()
	if diff := cmp.Diff(got, []netip.Prefix{netip.MustParsePrefix("10.0.0.0/16")}, cmp.Comparer(func(a, b netip.Prefix) bool { return a == b })); diff != "" {
		t.Errorf("Minus (-got +want):\n%s", diff)
	}
	if share := mustSet("0.0.0.0/0").InternetShare(); math.Abs(share-1) > 1e-9 {
		t.Errorf("InternetShare of everything = %g, want 1", share)
	}
	if _, bad := ParseSet(make([]string, maxPrefixes+5)); len(bad) != maxPrefixes+5 {
		t.Errorf("ParseSet gave back %d texts, want all", len(bad))
	}
}

func FuzzParseSet(f *testing.F) {
	f.Add("0.0.0.0/0", "10.0.0.0/8")
	f.Add("::/0", "fe80::1%lo")
	f.Add("::ffff:1.2.3.4/96", "300.1.1.1/8")
	f.Fuzz(func(t *testing.T, a, b string) {
		set, bad := ParseSet([]string{a, b})
		other, _ := ParseSet([]string{a})
		if !set.Contains(other) {
			t.Errorf("the set of %q and %q lacks the first", a, b)
		}
		if share := set.InternetShare(); share < 0 || share > 1+1e-9 {
			t.Errorf("share %g of %q and %q", share, a, b)
		}
		if len(bad) == 2 && !set.IsEmpty() {
			t.Errorf("addresses out of nothing: %v", set.Prefixes())
		}
	})
}

func FuzzParseProtocol(f *testing.F) {
	for _, s := range []string{"tcp", "-1", "6", "ALL", "256", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if p, ok := ParseProtocol(text); ok && (p < AnyProtocol || p > 255 || p.String() == "") {
			t.Errorf("ParseProtocol(%q) = %d", text, p)
		}
	})
}
