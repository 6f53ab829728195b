//go:build e2e

// Package e2e holds merlon against the real thing: Terraform's own plan, a
// real browser, a real build. Its tests need programs that not every machine
// has; one whose program is missing is skipped and says so.
//
//	go test -tags e2e ./e2e
//
// Terraform takes the AWS provider from a directory that "terraform providers
// mirror" made; $TF_PLUGIN_MIRROR names it.
package e2e

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// merlon is the binary under test.
var merlon string

func TestMain(m *testing.M) {
	os.Exit(func() int {
		dir, err := os.MkdirTemp("", "merlon-e2e-")
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer os.RemoveAll(dir)
		merlon = filepath.Join(dir, "merlon")
		build := exec.Command("go", "build", "-o", merlon, "merlon/cmd/merlon")
		if out, err := build.CombinedOutput(); err != nil {
			fmt.Fprintf(os.Stderr, "build merlon: %v\n%s", err, out)
			return 1
		}
		return m.Run()
	}())
}

// run runs a program in a directory and gives its standard output. Of the
// exit codes only those in allowed are fine, besides 0.
func run(t *testing.T, dir string, env []string, program string, args []string, allowed ...int) []byte {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), program, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), env...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	for _, code := range allowed {
		if cmd.ProcessState != nil && cmd.ProcessState.ExitCode() == code {
			err = nil
		}
	}
	if err != nil {
		t.Fatalf("%s %q: %v\n%s%s", filepath.Base(program), args, err, stdout.Bytes(), stderr.Bytes())
	}
	return stdout.Bytes()
}

// program finds a program, or skips the test.
func program(t *testing.T, names ...string) string {
	t.Helper()
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skipf("none of %q is installed", names)
	return ""
}

// example copies the example estate into a directory of the test's.
func example(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "webshop")
	if err := os.CopyFS(dir, os.DirFS("../examples/webshop")); err != nil {
		t.Fatal(err)
	}
	return dir
}
