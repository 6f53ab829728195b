package document

import (
	"testing"

	"merlon"
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
