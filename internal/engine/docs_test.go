package engine

import (
	"os"
	"strings"
	"testing"
)

// TestDocumentedIgnoresAreRead: every comment that the page shows is one.
func TestDocumentedIgnoresAreRead(t *testing.T) {
	data, err := os.ReadFile("../../docs/suppressions.md")
	if err != nil {
		t.Fatal(err)
	}
	shown := 0
	for i, part := range strings.Split(string(data), "```") {
		example, ok := strings.CutPrefix(part, "hcl\n")
		if i%2 == 0 || !ok {
			continue
		}
		for line := range strings.Lines(example) {
			_, comment, ok := strings.Cut(line, "#")
			if !ok {
				continue
			}
			shown++
			directives, problems := parseComment(strings.TrimSpace(comment))
			if len(directives) == 0 || len(problems) > 0 {
				t.Errorf("%q: got %d ignores and problems %v", line, len(directives), problems)
			}
		}
	}
	if shown < 20 {
		t.Errorf("the page shows %d ignores, want those of all tools", shown)
	}
}
