package secret

import (
	"os"
	"strings"
	"testing"
)

// TestKeywordsAreCurrent keeps the file the same as the rules of the module.
func TestKeywordsAreCurrent(t *testing.T) {
	have, err := os.ReadFile("keywords.txt")
	if err != nil {
		t.Fatal(err)
	}
	if want := strings.Join(Keywords(), "\n") + "\n"; string(have) != want {
		t.Error("keywords.txt is not what gitleaks' rules say: run go generate ./internal/secret")
	}
}

// TestEveryRuleCompiles keeps a broken rule from showing first on a user's
// text.
func TestEveryRuleCompiles(t *testing.T) {
	n := 0
	for _, rule := range ruleFile().Rules {
		detectorOf(rule.ID)
		n++
	}
	if n < 200 {
		t.Errorf("got %d rules, want the two hundred of gitleaks", n)
	}
}

// TestFindIssued finds credentials that only gitleaks knows, in either case of
// the keyword, and each time they occur.
func TestFindIssued(t *testing.T) {
	token := join("dop_v1_", strings.Repeat("0a1b2c3d", 8))
	for _, text := range []string{
		"export DO=" + token,
		"first " + token + " and again\n" + token,
	} {
		found := Find(text)
		if len(found) != strings.Count(text, token) {
			t.Fatalf("%q: got %v, want %d matches", text, found, strings.Count(text, token))
		}
		for _, m := range found {
			if m.Rule != "digitalocean-pat" || text[m.Start:m.End] != token {
				t.Errorf("got %s %q, want digitalocean-pat %q", m.Rule, text[m.Start:m.End], token)
			}
		}
		if strings.Contains(Redact(text), token) {
			t.Errorf("Redact(%q) shows the token", text)
		}
	}
}

// TestGuess keeps guesses apart from what is known.
func TestGuess(t *testing.T) {
	text := "client_handle_auth = \"" + join("zX9", "qW3eR7tY1uI5oP", "aS8dF2gH6jK0") + "\""
	if found := Guess(text); len(found) != 1 {
		t.Fatalf("Guess: got %v, want one match", found)
	}
	for _, m := range Find(text) {
		if m.Rule == guessing {
			t.Errorf("Find makes the guess %v", m)
		}
	}
}

func BenchmarkFindNothing(b *testing.B) {
	text := strings.Repeat("resource \"aws_s3_bucket\" \"logs\" {\n  bucket = \"my-logs\"\n}\n", 100)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text)
	}
}
