package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"merlon/internal/cli"
)

// TestWebshop scans the example estate. Its README lists the same findings
// with their causes: when this file changes, so must that one.
func TestWebshop(t *testing.T) {
	golden, err := filepath.Abs(filepath.Join("testdata", "webshop.golden"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(filepath.Join("..", ".."))
	var out, errs bytes.Buffer
	streams := cli.Streams{
		In: new(bytes.Buffer), Out: &out, Err: &errs, Width: 100,
		// The accepted findings are accepted for a time.
		Now: func() time.Time { return time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC) },
	}
	if got, want := cli.Main([]string{"scan", "--quiet", "examples/webshop"}, streams), 1; got != want {
		t.Errorf("got exit code %d, want %d", got, want)
	}
	if errs.Len() > 0 {
		t.Errorf("got %q on standard error, want nothing", &errs)
	}
	if *update {
		if err := os.WriteFile(golden, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), out.String()); diff != "" {
		t.Errorf("findings differ (-want +got; -update writes them anew):\n%s", diff)
	}
}
