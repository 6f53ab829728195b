package engine

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"merlon"
)

// baselineVersion is the version of the format that this package writes.
const baselineVersion = 1

// A Baseline is the list of findings that were there before: what it holds is
// suppressed, so that only new findings fail.
type Baseline struct {
	Version int `json:"version"`
	// Created is the day it was made, yyyy-mm-dd.
	Created string          `json:"created"`
	Entries []BaselineEntry `json:"entries"`
}

// A BaselineEntry is one finding. The fingerprint decides; the rest is for
// people who read the file.
type BaselineEntry struct {
	Fingerprint string          `json:"fingerprint"`
	Check       string          `json:"check"`
	Address     string          `json:"address,omitempty"`
	Severity    merlon.Severity `json:"severity"`
	Message     string          `json:"message,omitempty"`
}

// NewBaseline holds the findings of an assessment that fail, and those that
// an earlier baseline suppressed. What a comment or an exception accepts is
// not in it: that has its own reason and end.
func NewBaseline(a *merlon.Assessment, created string) *Baseline {
	b := &Baseline{Version: baselineVersion, Created: created, Entries: []BaselineEntry{}}
	for _, f := range a.Findings {
		accepted := f.Result == merlon.Suppressed && f.Suppression != nil && f.Suppression.Kind == KindBaseline
		if f.Result != merlon.Fail && !accepted {
			continue
		}
		b.Entries = append(b.Entries, BaselineEntry{
			Fingerprint: f.Fingerprint, Check: f.Check.ID, Address: f.Address(), Severity: f.Severity, Message: f.Message,
		})
	}
	slices.SortStableFunc(b.Entries, func(x, y BaselineEntry) int {
		return cmp.Or(cmp.Compare(x.Check, y.Check), merlon.CompareAddresses(x.Address, y.Address), cmp.Compare(x.Fingerprint, y.Fingerprint))
	})
	return b
}

// ParseBaseline reads a baseline file.
func ParseBaseline(data []byte) (*Baseline, error) {
	var b Baseline
	decoder := json.NewDecoder(bytes.NewReader(data))
	if err := decoder.Decode(&b); err != nil {
		return nil, fmt.Errorf("read baseline: %w", err)
	}
	if decoder.More() {
		return nil, errors.New("read baseline: more text after the document")
	}
	if b.Version != baselineVersion {
		return nil, fmt.Errorf("baseline has version %d: want %d; make it anew with this merlon", b.Version, baselineVersion)
	}
	for i, e := range b.Entries {
		if e.Fingerprint == "" {
			return nil, fmt.Errorf("baseline entry %d (%s) has no fingerprint", i+1, e.Check)
		}
	}
	return &b, nil
}

// Encode writes the file: indented, one order, so that it diffs well.
func (b *Baseline) Encode() ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(b); err != nil {
		return nil, fmt.Errorf("write baseline: %w", err)
	}
	return out.Bytes(), nil
}
