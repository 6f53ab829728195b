package report

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"merlon"
)

var update = flag.Bool("update", false, "rewrite testdata/*.golden")

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), string(got)); d != "" {
		t.Errorf("%s differs (-want +got), run with -update to accept:\n%s", file, d)
	}
}

func render(t *testing.T, format string, a *merlon.Assessment, opts Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Render(&b, format, a, opts); err != nil {
		t.Fatalf("Render(%s): %v", format, err)
	}
	return b.Bytes()
}

func TestFormatsGolden(t *testing.T) {
	s := newShop(t)
	for _, format := range Formats() {
		t.Run(format, func(t *testing.T) {
			golden(t, format, render(t, format, s.assessment(), s.options()))
		})
	}
}

func TestTextGolden(t *testing.T) {
	s := newShop(t)
	for name, change := range map[string]func(*Options){
		"text-80-color": func(o *Options) { o.Width, o.Color = 80, true },
		"text-120-all":  func(o *Options) { o.Width, o.ShowUndecided, o.ShowSuppressed = 120, true, true },
		"text-quiet":    func(o *Options) { o.Quiet = true },
		"text-bare":     func(o *Options) { *o = Options{} },
	} {
		t.Run(name, func(t *testing.T) {
			opts := s.options()
			change(&opts)
			golden(t, name, render(t, "text", s.assessment(), opts))
		})
	}
}

// secrets are in the shop's code, messages and gaps. No report may show them.
var secrets = []string{"correct-horse-battery", "AKIAIOSFODNN7EXAMPLE", "ghp_" + strings.Repeat("a1B2", 9)}

func TestFormatsHideSecrets(t *testing.T) {
	s := newShop(t)
	opts := s.options()
	opts.ShowUndecided, opts.ShowSuppressed = true, true
	for _, format := range Formats() {
		out := render(t, format, s.assessment(), opts)
		for _, secret := range secrets {
			if bytes.Contains(out, []byte(secret)) {
				t.Errorf("%s shows the secret %q", format, secret)
			}
		}
	}
}

func TestFormatsAreHarmless(t *testing.T) {
	s := newShop(t)
	for _, format := range Formats() {
		out := string(render(t, format, s.assessment(), s.options()))
		for _, bad := range []string{"\x1b", "\x07", "\u202e"} {
			if strings.Contains(out, bad) {
				t.Errorf("%s lets %q through", format, bad)
			}
		}
	}
}

func TestRenderUnknownFormat(t *testing.T) {
	err := Render(&bytes.Buffer{}, "pdf", &merlon.Assessment{}, Options{})
	if err == nil || !strings.Contains(err.Error(), `"pdf"`) || !strings.Contains(err.Error(), "sarif") {
		t.Errorf("got error %v, want one that names the format and the known ones", err)
	}
}

func TestFormatsEmpty(t *testing.T) {
	for _, format := range Formats() {
		out := render(t, format, &merlon.Assessment{}, Options{})
		if format != "csv" && format != "github" && len(out) == 0 {
			t.Errorf("%s writes nothing for an empty assessment", format)
		}
	}
}
