// Package secret finds credentials in text and hides them.
//
// [Find] tells where they are, for checks; [Redact] hides them, and is the one
// thing that every report, log and page passes text through. Both are linear
// in the text, and cheap on text without secrets: a rule's pattern is compiled
// and run only where one of its keywords occurs.
package secret

import (
	"cmp"
	"slices"
	"strings"
)

// Mask stands where a secret was.
const Mask = "••••"

// MaxText bounds the text that is searched. Find looks no further; Redact
// leaves the rest out, because nobody looked at it.
const MaxText = 8 << 20

// A Confidence says how sure a match is a live credential.
type Confidence uint8

// The confidences.
const (
	Low    Confidence = iota // an assignment to a telling name
	Medium                   // a telling name and a value that looks like a key
	High                     // the issuer's own format
)

// A Match is one credential in a text.
type Match struct {
	// Rule is the rule's slug: "aws-access-key-id".
	Rule string
	// Start and End are the byte offsets of the secret itself, without the
	// name it is assigned to.
	Start, End int
	Confidence Confidence
}

// Find returns the credentials in a text in order. Matches do not overlap:
// where rules compete, the surer and then the longer match wins.
func Find(text string) []Match {
	if len(text) > MaxText {
		text = text[:MaxText]
	}
	found := findRules(nil, text, Low)
	found = findAssignments(found, text)
	return disjoint(found)
}

func disjoint(found []Match) []Match {
	if len(found) < 2 {
		return found
	}
	slices.SortFunc(found, func(a, b Match) int {
		return cmp.Or(
			cmp.Compare(b.Confidence, a.Confidence),
			cmp.Compare(b.End-b.Start, a.End-a.Start),
			cmp.Compare(a.Start, b.Start),
			cmp.Compare(a.Rule, b.Rule),
		)
	})
	// By position first, so that each match meets only its neighbours.
	rank := make([]int, len(found))
	for i := range rank {
		rank[i] = i
	}
	slices.SortFunc(rank, func(a, b int) int {
		return cmp.Or(cmp.Compare(found[a].Start, found[b].Start), cmp.Compare(a, b))
	})
	var kept []int
	for _, r := range rank {
		lose := false
		for len(kept) > 0 && found[kept[len(kept)-1]].End > found[r].Start {
			if kept[len(kept)-1] < r {
				lose = true
				break
			}
			kept = kept[:len(kept)-1]
		}
		if !lose {
			kept = append(kept, r)
		}
	}
	out := make([]Match, len(kept))
	for i, r := range kept {
		out[i] = found[r]
	}
	return out
}

// rounds bounds how often Redact looks again at what it made.
const rounds = 4

// everywhere is the length from which a secret is hidden wherever it occurs
// in the text, not only where it gave itself away.
const everywhere = 8

// Redact returns the text with a [Mask] in the place of each secret. Line
// breaks inside a secret stay, so that lines keep their numbers. It returns
// clean text as it is, and redacting twice changes nothing.
func Redact(text string) string {
	clipped := len(text) > MaxText
	if clipped {
		text = text[:MaxText]
	}
	for range rounds {
		found := Find(text)
		if len(found) == 0 {
			if clipped {
				return text + Mask
			}
			return text
		}
		text = hide(text, found)
		if len(text) > MaxText {
			break
		}
	}
	if len(Find(text)) > 0 || len(text) > MaxText {
		return Mask // a text made to resist: show nothing of it
	}
	return text
}

func hide(text string, found []Match) string {
	var b strings.Builder
	b.Grow(len(text))
	var again []string
	last := 0
	for _, m := range found {
		b.WriteString(text[last:m.Start])
		writeMask(&b, text[m.Start:m.End])
		last = m.End
		if m.End-m.Start >= everywhere && len(again) < 2*maxAgain {
			again = append(again, text[m.Start:m.End], Mask)
		}
	}
	b.WriteString(text[last:])
	if len(again) == 0 {
		return b.String()
	}
	return strings.NewReplacer(again...).Replace(b.String())
}

// maxAgain bounds how many secrets of one text are looked for elsewhere in it.
const maxAgain = 200

// writeMask writes the mask once and keeps the line breaks.
func writeMask(b *strings.Builder, secret string) {
	b.WriteString(Mask)
	for range strings.Count(secret, "\n") {
		b.WriteString("\n" + Mask)
	}
}
