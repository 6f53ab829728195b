package config

import (
	"os"
	"strings"
	"testing"
)

// TestDocumentedConfigurationParses: the examples of the pages are files that
// merlon reads, and the page of the keys shows all of them.
func TestDocumentedConfigurationParses(t *testing.T) {
	for _, page := range []string{"configuration.md", "suppressions.md"} {
		data, err := os.ReadFile("../../docs/" + page)
		if err != nil {
			t.Fatal(err)
		}
		examples := 0
		for i, part := range strings.Split(string(data), "```") {
			example, ok := strings.CutPrefix(part, "yaml\n")
			if i%2 == 0 || !ok {
				continue
			}
			examples++
			if _, err := Parse([]byte(example), page); err != nil {
				t.Errorf("an example of %s does not parse: %v", page, err)
			}
		}
		if examples == 0 {
			t.Errorf("%s has no example", page)
		}
		if page != "configuration.md" {
			continue
		}
		for i := range file.keys {
			if !strings.Contains(string(data), "\n"+file.keys[i].name+":") {
				t.Errorf("%s does not show the key %s", page, file.keys[i].name)
			}
		}
	}
}
