//go:build e2e

package e2e

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestRelease builds the release twice, in two places and with two build
// caches. The sums must be equal, and the bill of materials must name what is
// in the binary.
func TestRelease(t *testing.T) {
	if testing.Short() {
		t.Skip("builds everything twice")
	}
	makeProgram := program(t, "make")
	program(t, "git")
	here, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	elsewhere := filepath.Join(t.TempDir(), "elsewhere")
	if err := os.CopyFS(elsewhere, os.DirFS(here)); err != nil {
		t.Fatal(err)
	}
	const name = "merlon_v0.0.0-e2e"
	binary := name + "_" + runtime.GOOS + "_" + runtime.GOARCH
	build := func(dir, dist string, env ...string) string {
		run(t, dir, env, makeProgram, []string{
			"release", "DIST=" + dist, "VERSION=v0.0.0-e2e", "PLATFORMS=" + runtime.GOOS + "/" + runtime.GOARCH,
		})
		return read(t, filepath.Join(dist, "SHA256SUMS"))
	}
	dist := filepath.Join(t.TempDir(), "dist")
	first := build(here, dist)
	second := build(elsewhere, filepath.Join(t.TempDir(), "dist"), "GOCACHE="+filepath.Join(t.TempDir(), "cache"))
	if first != second {
		t.Errorf("two builds of one tree differ:\n%s\n%s", first, second)
	}
	for _, want := range []string{"  " + binary + "\n", "  " + name + ".cdx.json\n"} {
		if !strings.Contains(first, want) {
			t.Errorf("got sums without %q:\n%s", want, first)
		}
	}
	sbom := read(t, filepath.Join(dist, name+".cdx.json"))
	for _, want := range []string{`"bomFormat": "CycloneDX"`, `"pkg:golang/github.com/hashicorp/hcl/v2@v2.`, `"pkg:golang/std@`} {
		if !strings.Contains(sbom, want) {
			t.Errorf("got a bill of materials without %s", want)
		}
	}
	version := run(t, here, nil, filepath.Join(dist, binary), []string{"--version"})
	if got, want := string(version), "merlon v0.0.0-e2e\n"; got != want {
		t.Errorf("got version %q, want %q", got, want)
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
