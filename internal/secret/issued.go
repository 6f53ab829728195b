package secret

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
	"github.com/zricethezav/gitleaks/v8/config"
	"github.com/zricethezav/gitleaks/v8/detect"
)

// The rules of gitleaks know the credentials of some two hundred issuers. They
// take a while to compile, so each is put off until a text has one of its
// keywords, and none is run on long texts.
//
// https://github.com/gitleaks/gitleaks

//go:generate go run ./gen keywords.txt

//go:embed keywords.txt
var keywordFile string

// maxIssued bounds the texts that gitleaks' rules look at: they read a few
// megabytes a second.
const maxIssued = 256 << 10

// guessing is the rule that goes by a telling name and much entropy alone.
// What it says is for [Guess].
const guessing = "generic-api-key"

// ruleFile is gitleaks' own file of rules, as text.
var ruleFile = sync.OnceValue(func() (file config.ViperConfig) {
	if _, err := toml.Decode(config.DefaultConfig, &file); err != nil {
		panic(err) // the rules are part of the program
	}
	return file
})

// Keywords are the lines of keywords.txt: a keyword in lower case, a tab, and
// the rules that need it. Every rule that knows a format has some.
func Keywords() []string {
	rules := make(map[string][]string)
	for _, rule := range ruleFile().Rules {
		if rule.ID == guessing {
			continue
		}
		for _, word := range rule.Keywords {
			word = strings.ToLower(word)
			rules[word] = append(rules[word], rule.ID)
		}
	}
	var lines []string
	for _, word := range slices.Sorted(maps.Keys(rules)) {
		slices.Sort(rules[word])
		lines = append(lines, word+"\t"+strings.Join(slices.Compact(rules[word]), " "))
	}
	return lines
}

var detectors sync.Map // rule id -> func() *detect.Detector

// detectorOf is one rule, ready to look. Detection keeps no state.
func detectorOf(id string) *detect.Detector {
	made, _ := detectors.LoadOrStore(id, sync.OnceValue(func() *detect.Detector {
		file := ruleFile()
		for i := range file.Rules {
			if file.Rules[i].ID == id {
				file.Rules = file.Rules[i : i+1 : i+1]
				break
			}
		}
		rule, err := file.Translate()
		if err != nil {
			panic(err) // the rules are part of the program
		}
		return detect.NewDetector(rule)
	}))
	return made.(func() *detect.Detector)()
}

// A keyword is what must be in a text for some rules to match.
type keyword struct {
	rest  string // without its first two bytes
	rules []string
}

// keywords finds the keywords of a text in one pass: they are filed by their
// first two bytes.
var keywords = sync.OnceValue(func() map[[2]byte][]keyword {
	filed := make(map[[2]byte][]keyword)
	for line := range strings.Lines(keywordFile) {
		word, needed, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		first := [2]byte{word[0], word[1]}
		filed[first] = append(filed[first], keyword{word[2:], strings.Fields(needed)})
	}
	for id, i := range ownRules() {
		for _, word := range rules[i].keywords {
			word = strings.ToLower(word)
			first := [2]byte{word[0], word[1]}
			filed[first] = append(filed[first], keyword{word[2:], []string{id}})
		}
	}
	return filed
})

// pairs has a bit for each two bytes that a keyword starts with, in either
// case: most of a text is passed over by it.
var pairs = sync.OnceValue(func() *[1 << 16 / 64]uint64 {
	set := new([1 << 16 / 64]uint64)
	for first := range keywords() {
		for _, a := range bothCases(first[0]) {
			for _, b := range bothCases(first[1]) {
				pair := uint(a)<<8 | uint(b)
				set[pair/64] |= 1 << (pair % 64)
			}
		}
	}
	return set
})

func bothCases(c byte) []byte {
	if 'a' <= c && c <= 'z' {
		return []byte{c, c - 'a' + 'A'}
	}
	return []byte{c}
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// rulesFor are the rules whose keywords a text has, each once.
func rulesFor(text string) (rules []string) {
	if len(text) < 2 {
		return nil
	}
	filed, set := keywords(), pairs()
	pair := uint(text[0])
	for i := 0; i+1 < len(text); i++ {
		pair = (pair<<8 | uint(text[i+1])) & 0xffff
		if set[pair/64]&(1<<(pair%64)) == 0 {
			continue
		}
		for _, word := range filed[[2]byte{lower(text[i]), lower(text[i+1])}] {
			if !hasPrefixFold(text[i+2:], word.rest) {
				continue
			}
			for _, rule := range word.rules {
				if !slices.Contains(rules, rule) {
					rules = append(rules, rule)
				}
			}
		}
	}
	return rules
}

func hasPrefixFold(text, prefix string) bool {
	if len(text) < len(prefix) {
		return false
	}
	for i := range len(prefix) {
		if lower(text[i]) != prefix[i] {
			return false
		}
	}
	return true
}

// leastIssued is the length of the shortest credential that has a format.
const leastIssued = 16

// FindIssued is [Find] without passwords and the like that only their name
// gives away: what is left are credentials by their issuers' own formats. On
// text without any it takes little more than reading it.
func FindIssued(text string) []Match {
	if len(text) < leastIssued {
		return nil
	}
	if len(text) > MaxText {
		text = text[:MaxText]
	}
	return disjoint(findRules(nil, text, High))
}

// findRules adds what rules find: merlon's own from a confidence on, and those
// of gitleaks that know a format.
func findRules(found []Match, text string, least Confidence) []Match {
	for _, rule := range rulesFor(text) {
		if i, own := ownRules()[rule]; !own {
			if len(text) <= maxIssued {
				found = appendFindings(found, detectorOf(rule), text, Medium)
			}
		} else if rules[i].confidence >= least {
			found = rules[i].find(found, text)
		}
	}
	return found
}

// ownMark tells merlon's own rules from those of gitleaks: some have the same
// name.
const ownMark = "merlon:"

// ownRules are the places of merlon's own rules.
var ownRules = sync.OnceValue(func() map[string]int {
	own := make(map[string]int)
	for i := range rules {
		own[ownMark+rules[i].id] = i
	}
	return own
})

// Guess returns what may be credentials by a telling name and much entropy.
// That is often wrong: it is no match of [Find] and hides nothing.
func Guess(text string) []Match {
	if len(text) > maxIssued {
		text = text[:maxIssued]
	}
	return disjoint(appendFindings(nil, detectorOf(guessing), text, Low))
}

func appendFindings(found []Match, detector *detect.Detector, text string, confidence Confidence) []Match {
	for _, f := range detector.DetectString(text) {
		value := f.Secret
		if value == "" || isMasked(value) || reference(value) || placeholder(value) {
			continue
		}
		// The rules tell lines and columns: the secret is found again.
		for from := 0; ; {
			i := strings.Index(text[from:], value)
			if i < 0 {
				break
			}
			found = append(found, Match{Rule: f.RuleID, Start: from + i, End: from + i + len(value), Confidence: confidence})
			from += i + len(value)
		}
	}
	return found
}
