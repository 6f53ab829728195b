package report

import (
	"bytes"
	"strings"
	"testing"

	"merlon"
	"merlon/internal/framework"
)

// withFramework renders the shop by the controls of a framework with every
// status and every kind of reason.
func withFramework(s *shop) (*merlon.Assessment, Options) {
	a := s.assessment()
	fails := a.Findings[0].Check
	a.Checks, a.Tallies = nil, nil
	add := func(check *merlon.Check, tally merlon.Tally) {
		a.Checks, a.Tallies = append(a.Checks, check), append(a.Tallies, tally)
	}
	add(fails, merlon.Tally{Asked: 12, Failed: 9})
	add(&merlon.Check{ID: "passes"}, merlon.Tally{Asked: 1204})
	add(&merlon.Check{ID: "open"}, merlon.Tally{Asked: 4, Undecided: 3})
	add(&merlon.Check{ID: "accepted"}, merlon.Tally{Asked: 2, Suppressed: 2})
	add(&merlon.Check{ID: "unasked"}, merlon.Tally{})
	f := &framework.Framework{ID: "test-1.0", Title: "Benchmark of tests 1.0", Source: "this file", Controls: []framework.Control{
		{ID: "1.1", Title: "Something holds that takes a few more words to say", Checks: []string{fails.ID, "passes"}},
		{ID: "1.2", Title: "Everything is known", Checks: []string{"open"}},
		{ID: "1.9", Title: "All is well", Checks: []string{"passes"}},
		{ID: "1.10", Title: "Parts are well", Checks: []string{"passes"}, Parts: []string{"A.1", "A.2"}, Unanswered: []string{"A.2"}},
		{ID: "2.1", Title: "Somebody knows", Checks: []string{"accepted"}},
		{ID: "2.2", Title: "There is one", Checks: []string{"unasked"}, Note: "ones that were made by hand are not in the code"},
		{ID: "2.3", Title: "It was asked", Checks: []string{"not-selected"}},
		{ID: "3", Title: "A check exists"},
		{ID: "4", Title: "It is <in> the code", Note: "whether it is & remains is a matter of run time, which is a long story that needs more than one line to tell in full"},
	}}
	opts := s.options()
	opts.Framework = framework.Evaluate(f, a)
	return a, opts
}

func TestFrameworkGolden(t *testing.T) {
	s := newShop(t)
	for name, cut := range map[string][2]string{
		"text":     {"Benchmark of tests", ""},
		"json":     {"\n\"framework\":", ""},
		"markdown": {"### ", "<sub>"},
		"html":     {`<section class="framework">`, "</section>"},
	} {
		t.Run(name, func(t *testing.T) {
			a, opts := withFramework(s)
			out := render(t, name, a, opts)
			if name == "json" {
				validate(t, out)
			}
			_, part, ok := bytes.Cut(out, []byte(cut[0]))
			if !ok {
				t.Fatalf("the report has no %q", cut[0])
			}
			if cut[1] != "" {
				part, _, _ = bytes.Cut(part, []byte(cut[1]))
			}
			golden(t, "framework-"+name, append([]byte(cut[0]), part...))
		})
	}
}

// The formats that can only carry findings are the same with a framework.
func TestFrameworkElsewhere(t *testing.T) {
	s := newShop(t)
	for _, format := range Formats() {
		switch format {
		case "text", "json", "markdown", "html":
			continue
		}
		a, opts := withFramework(s)
		with := render(t, format, a, opts)
		opts.Framework = nil
		if without := render(t, format, a, opts); !bytes.Equal(with, without) {
			t.Errorf("%s differs with a framework", format)
		}
	}
}

// A framework with very many controls leaves the findings their room.
func TestFrameworkMarkdownFits(t *testing.T) {
	s := newShop(t)
	a, opts := withFramework(s)
	f := &framework.Framework{ID: "big-1", Title: "Big"}
	for range 2000 {
		f.Controls = append(f.Controls, framework.Control{ID: "1", Title: strings.Repeat("word ", 10)})
	}
	opts.Framework = framework.Evaluate(f, a)
	out := render(t, "markdown", a, opts)
	if len(out) > maxMarkdown || !bytes.Contains(out, []byte("controls not shown here for want of room")) {
		t.Errorf("the comment has %d bytes, want fewer than %d and a word on what was left out", len(out), maxMarkdown)
	}
}
