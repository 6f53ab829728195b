package terraform

import (
	"strings"
	"testing"
)

// TestFindComments tells which comments are kept, and where the code is that
// they stand before.
func TestFindComments(t *testing.T) {
	const text = `# nothing to see
# merlon:ignore aws-one because

resource "a" "b" { # tfsec:ignore:AWS002
  /* checkov:skip=CKV_1:reason
     more */
  x = "# merlon:ignore not-a-comment"
  //trivy:ignore:AVD-1
}
# TFSec:ignore:last`
	got := findComments("main.tf", []byte(text))
	type kept struct {
		text     string
		line     int32
		trailing bool
		next     int32
	}
	want := []kept{
		{"merlon:ignore aws-one because", 2, false, 4},
		{"tfsec:ignore:AWS002", 4, true, 7},
		{"checkov:skip=CKV_1:reason\n     more", 5, false, 7},
		{"trivy:ignore:AVD-1", 8, false, 9},
		{"TFSec:ignore:last", 10, false, 0},
	}
	if len(got) != len(want) {
		t.Fatalf("got %d comments, want %d: %+v", len(got), len(want), got)
	}
	for i, c := range got {
		if g := (kept{c.Text, c.Range.Start.Line, c.Trailing, c.Next}); g != want[i] {
			t.Errorf("got %+v, want %+v", g, want[i])
		}
	}
}

func FuzzComments(f *testing.F) {
	f.Add([]byte("# merlon:ignore x\nresource \"a\" \"b\" {} // tfsec:ignore:y\n/* checkov:skip=z */"))
	f.Add([]byte("a = <<E\n# merlon:ignore\nE\n"))
	f.Add([]byte("x = \"${ # merlon:ignore\n1}\""))
	f.Add([]byte("/* merlon:ignore"))
	f.Add([]byte("\xff# merlon:ignore\r\n\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		lines := int32(strings.Count(string(data), "\n") + 1)
		for _, c := range findComments("f", data) {
			if c.Range.File != "f" || c.Range.Start.Line < 1 || c.Range.End.Line > lines+1 || c.Next > lines || c.Next != 0 && c.Next < c.Range.Start.Line {
				t.Errorf("comment outside of the file's %d lines: %+v", lines, c)
			}
			if !containsFold([]byte(c.Text), scanners) {
				t.Errorf("comment that nobody asked for: %q", c.Text)
			}
		}
	})
}
