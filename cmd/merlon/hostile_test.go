package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"merlon/internal/cli"
)

// What a pull request brings must not write escape sequences to the terminal
// or the log of whoever looks at it, in no message of any command.
func TestMessagesAreHarmless(t *testing.T) {
	const evil = "evil\x1b[31m\x07\u202e"
	const escaped = `evil\u001b[31m\u0007\u202e`
	tests := []struct {
		name  string
		files map[string]string
		args  []string
	}{
		{"name of a check", nil, []string{"scan", "--checks", evil}},
		{"path", nil, []string{"scan", evil}},
		{"format", nil, []string{"scan", "--format", evil}},
		{"command", nil, []string{evil}},
		{"flag", nil, []string{"scan", "--" + evil}},
		{"variable", nil, []string{"scan", "--var", evil}},
		{"key in merlon.yaml", map[string]string{"merlon.yaml": `"` + escaped + `": 1`}, []string{"scan"}},
		{"value in merlon.yaml", map[string]string{"merlon.yaml": `fail_on: "` + escaped + `"`}, []string{"scan"}},
		{"check in merlon.yaml", map[string]string{"merlon.yaml": `checks: ["` + escaped + `"]`}, []string{"scan"}},
		{"severity in merlon.yaml", map[string]string{"merlon.yaml": `severity: {"` + escaped + `": low}`}, []string{"scan"}},
		{"exception in merlon.yaml", map[string]string{"merlon.yaml": `exceptions: [{checks: ["` + escaped + `"], reason: x}]`}, []string{"scan"}},
		{"file named in merlon.yaml", map[string]string{"merlon.yaml": `terraform: {var_files: ["` + escaped + `"]}`}, []string{"scan"}},
		{"baseline named in merlon.yaml", map[string]string{"merlon.yaml": `baseline: "` + escaped + `"`}, []string{"scan"}},
		{"output named in merlon.yaml", map[string]string{"merlon.yaml": `output: ["` + escaped + `"]`}, []string{"scan"}},
		{"broken merlon.yaml", map[string]string{"merlon.yaml": "a: [" + evil}, []string{"scan"}},
		{"baseline", map[string]string{"b.json": `{"version": "` + escaped + `"}`}, []string{"scan", "--baseline", "b.json"}},
		{"configuration to migrate", map[string]string{"trivy.yaml": `"` + escaped + `": {"` + escaped + `": 1}`}, []string{"migrate", "trivy.yaml"}},
		{"ids to migrate", map[string]string{".trivyignore": "evil\x1b[31m\x07 # evil\x1b[31m"}, []string{"migrate", ".trivyignore"}},
		{"name of a file", map[string]string{evil + ".tf": "resource {"}, []string{"scan"}},
		{"code that does not parse", map[string]string{"main.tf": "resource \"" + evil + "\" {"}, []string{"scan"}},
		{"module", map[string]string{"main.tf": `module "m" { source = "` + escaped + `/x/aws" }`}, []string{"scan", "--show-undecided"}},
		{"key of an instance", map[string]string{"main.tf": `resource "aws_s3_bucket" "b" { for_each = toset(["` + escaped + `"]) }`}, []string{"estate"}},
		{"ignore", map[string]string{"main.tf": "# merlon:ignore " + evil + "\nlocals {}\n"}, []string{"scan"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			for name, text := range test.files {
				if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			t.Chdir(dir)
			var out, errs bytes.Buffer
			code := cli.Main(test.args, cli.Streams{In: new(bytes.Buffer), Out: &out, Err: &errs, Width: 100, Now: time.Now})
			if out.Len()+errs.Len() == 0 {
				t.Errorf("got exit code %d and no word about it", code)
			}
			for _, said := range []string{out.String(), errs.String()} {
				if at := strings.IndexFunc(said, dangerous); at >= 0 {
					t.Errorf("got %q, with something that a terminal obeys", said[at:min(len(said), at+60)])
				}
			}
		})
	}
}

func dangerous(r rune) bool {
	return r != '\n' && r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r))
}
