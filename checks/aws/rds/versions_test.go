package rds

import "testing"

func FuzzParseVersion(f *testing.F) {
	for _, s := range []string{"13.2", "9.6.21", "13", "", ".", "5.7.mysql_aurora.2.03.2", "99999999999999999999.1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		version, ok := parseVersion(text)
		if ok != (len(version) > 1) {
			t.Errorf("parseVersion(%q) = %v, %v: want two numbers or more exactly where it is ok", text, version, ok)
		}
		forcesTLS(text)
	})
}
