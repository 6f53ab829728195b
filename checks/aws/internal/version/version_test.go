package version

import (
	"slices"
	"testing"
)

func TestParse(t *testing.T) {
	for text, want := range map[string][]int{
		"5.0.6":       {5, 0, 6},
		"6.x":         {6},
		"4":           {4},
		"7.":          {7},
		"3.13.2-beta": {3, 13, 2},
		"":            nil,
		"latest":      nil,
		".5":          nil,
		"1234567.1":   {123456},
	} {
		if got := parse(text); !slices.Equal(got, want) {
			t.Errorf("parse(%q) = %v, want %v", text, got, want)
		}
	}
}
