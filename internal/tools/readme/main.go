// Command readme puts merlon's real output into the README, between its
// output markers. Run it with go generate ./cmd/merlon.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"
)

const (
	begin = "<!-- output -->\n"
	end   = "<!-- /output -->\n"
)

// elapsed is the one part of the output that differs between runs.
var elapsed = regexp.MustCompile(`, [0-9.]+ m?s\n`)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: readme DIR, the top of the repository")
		os.Exit(2)
	}
	if err := update(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "readme:", err)
		os.Exit(1)
	}
}

func update(top string) error {
	cmd := exec.Command("go", "run", "./cmd/merlon", "scan", "examples/webshop", "--color", "never",
		"--checks", "aws-rds-wide-ingress,aws-rds-password", "--fail-on", "none")
	cmd.Dir = top
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("run merlon: %w", err)
	}
	out = elapsed.ReplaceAll(out, []byte("\n"))
	name := top + "/README.md"
	page, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	from, to := bytes.Index(page, []byte(begin)), bytes.Index(page, []byte(end))
	if from < 0 || to < from {
		return errors.New("README.md has no output markers")
	}
	var b bytes.Buffer
	b.Write(page[:from+len(begin)])
	b.WriteString("```text\n$ merlon scan examples/webshop\n\n")
	b.Write(bytes.TrimSpace(out))
	b.WriteString("\n```\n")
	b.Write(page[to:])
	return os.WriteFile(name, b.Bytes(), 0o644)
}
