package document

import (
	"testing"

	"merlon"
	"merlon/internal/checktest"
)

func TestParse(t *testing.T) {
	for _, test := range []struct {
		text string
		path []string
		want merlon.Truth
	}{
		{`{"a": {"b": true}}`, []string{"a", "b"}, merlon.True},
		{`{"A": {"b": "true"}}`, []string{"a", "B"}, merlon.True},
		{`{"a": false}`, []string{"a"}, merlon.False},
		{`{}`, []string{"a", "b"}, merlon.False},
		{`no JSON`, []string{"a"}, merlon.False},
		{`⟦file("x")⟧`, []string{"a"}, merlon.Unknown},
		{`{"a": ⟦var.a["k"]⟧, "b": true}`, []string{"a"}, merlon.Unknown},
		{`{"a": ⟦var.a["k"]⟧, "b": true}`, []string{"b"}, merlon.True},
		{`{"a": "x\"⟦var.a["k"]⟧", "b": true}`, []string{"b"}, merlon.True},
		{`{"a": "⟦var.a⟧"}`, []string{"a", "b"}, merlon.Unknown},
		{`{⟦local.rest⟧}`, []string{"a"}, merlon.Unknown},
		{`{⟦var.name⟧: true, "b": true}`, []string{"a"}, merlon.Unknown},
		{`{⟦var.name⟧: true, "b": true}`, []string{"b"}, merlon.True},
		{`{"B": true, "b": false}`, []string{"b"}, merlon.False},
		{`{"BB": true, "bB": false}`, []string{"bb"}, merlon.True},
		{`[{"a": true}]`, []string{"a"}, merlon.False},
	} {
		if got := Parse(test.text).Get(test.path...).Truth(); got != test.want {
			t.Errorf("%s at %v: got %v, want %v", test.text, test.path, got, test.want)
		}
	}
}

func TestElements(t *testing.T) {
	n := Parse(`[{"name": "a"}, ⟦local.b⟧, {"name": ""}]`)
	var got []merlon.Truth
	for e := range n.Elements() {
		got = append(got, e.Get("name").Given())
	}
	want := []merlon.Truth{merlon.True, merlon.Unknown, merlon.False}
	if len(got) != len(want) || got[0] != want[0] || got[1] != want[1] || got[2] != want[2] {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestNumber(t *testing.T) {
	n := Parse(`{"float": 2, "text": "2", "open": "⟦var.n⟧"}`)
	for name, want := range map[string]bool{"float": true, "text": false, "open": false, "absent": false} {
		if got, ok := n.Get(name).Number(); ok != want || want && got != 2 {
			t.Errorf("Number of %s: got %v, %v, want %v", name, got, ok, want)
		}
	}
}

func TestOf(t *testing.T) {
	e := checktest.Load(t, `
variable "unknown" {}
resource "terraform_data" "json" { input = jsonencode({ a = true }) }
resource "terraform_data" "parts" { input = jsonencode({ a = true, b = var.unknown }) }
resource "terraform_data" "open" { input = var.unknown }
resource "terraform_data" "none" {}
resource "terraform_data" "text" { input = "no document" }
resource "terraform_data" "yaml" {
  input = <<-EOT
    a: yes it is
    b:
      - c: true
        d: ${var.unknown}
        e: 3
  EOT
}
`)
	input := func(name string) merlon.Value { return e.ByAddress("terraform_data." + name).Attr("input") }
	for name, want := range map[string]merlon.Truth{
		"json": merlon.True, "parts": merlon.True, "open": merlon.Unknown, "none": merlon.False, "text": merlon.False,
		"yaml": merlon.Unknown, // its unknown part might have made it JSON
	} {
		if got := Of(input(name)).Get("a").Truth(); got != want {
			t.Errorf("JSON of %s: got %v, want %v", name, got, want)
		}
	}
	if got := YAML(input("json")).Get("a").Truth(); got != merlon.True {
		t.Errorf("JSON is YAML: got %v", got)
	}
	if YAML(input("none")).IsSet() || !YAML(input("open")).IsUnknown() {
		t.Error("YAML: want an absent document absent, and an unknown one unknown")
	}
	doc := YAML(input("yaml"))
	if got := doc.Get("A").Text(); got != "yes it is" {
		t.Errorf("text of a: got %q", got)
	}
	for b := range doc.Get("b").Elements() {
		n, ok := b.Get("e").Number()
		if b.Get("c").Truth() != merlon.True || b.Get("d").Is("x") != merlon.Unknown || !ok || n != 3 {
			t.Errorf("element of b: got %v, %v, %v", b.Get("c"), b.Get("d"), b.Get("e"))
		}
	}
}

func TestIsAndGiven(t *testing.T) {
	n := Parse(`{"text": "KMS", "empty": "", "null": null, "list": [], "open": "⟦var.x⟧"}`)
	for _, c := range []struct {
		name      string
		is, given merlon.Truth
		set       bool
	}{
		{"text", merlon.True, merlon.True, true},
		{"empty", merlon.False, merlon.False, true},
		{"null", merlon.False, merlon.False, false},
		{"list", merlon.False, merlon.True, true},
		{"open", merlon.Unknown, merlon.Unknown, true},
		{"absent", merlon.False, merlon.False, false},
	} {
		v := n.Get(c.name)
		if v.Is("kms") != c.is || v.Given() != c.given || v.IsSet() != c.set {
			t.Errorf("%s: got is %v, given %v, set %v; want %v, %v, %v", c.name, v.Is("kms"), v.Given(), v.IsSet(), c.is, c.given, c.set)
		}
	}
}
