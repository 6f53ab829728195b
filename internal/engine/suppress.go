package engine

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"merlon"
)

// The kinds of suppression.
const (
	KindInline     = "inline"
	KindConfig     = "config"
	KindIgnoreFile = "ignore file"
	KindBaseline   = "baseline"
)

// suppress marks the findings that somebody accepted and returns what is
// wrong with the acceptances themselves. A finding that several cover is
// accepted by the first: a comment, then an exception, then the baseline. An
// undecided finding stays undecided, but what covers it is in use.
func suppress(estate *merlon.Estate, findings []*merlon.Finding, known *catalogue, opts Options) []merlon.Gap {
	var all []*acceptance
	var notices []merlon.Gap
	if !opts.NoInlineIgnores {
		all, notices = fromComments(estate, opts.Today)
	}
	for i := range opts.Exceptions {
		all = append(all, fromException(&opts.Exceptions[i], opts.Today))
	}

	index := newAcceptances()
	for _, a := range all {
		problems, ok := a.resolve(known)
		for _, p := range problems {
			notices = append(notices, notice(a.rng, p))
		}
		switch {
		case !ok:
		case a.expired:
			notices = append(notices, notice(a.rng, a.expiry()))
		case a.foreign:
		default:
			index.add(a)
		}
	}
	for _, f := range findings {
		index.apply(f)
	}

	ran := make(map[string]bool, len(opts.Checks))
	for _, check := range opts.Checks {
		ran[check.ID] = true
	}
	unread := unreadFiles(estate)
	for _, a := range index.all {
		if a.outOfSight(estate, unread) {
			continue
		}
		for _, p := range a.stale(known, ran) {
			notices = append(notices, notice(a.rng, p))
		}
	}
	notices = append(notices, applyBaseline(opts.Baseline, findings, known, ran)...)
	return merlon.SortGaps(notices)
}

// unreadFiles are the files of which a part was not evaluated.
func unreadFiles(estate *merlon.Estate) map[string]bool {
	files := make(map[string]bool)
	for _, gap := range estate.Gaps {
		switch gap.Kind {
		case merlon.GapSyntax, merlon.GapModule, merlon.GapFile, merlon.GapLimit:
			files[gap.Range.File] = true
		}
	}
	return files
}

// outOfSight reports whether what the acceptance covers may be in a part of
// the input that was not read: then nobody can call it stale.
func (a *acceptance) outOfSight(estate *merlon.Estate, unread map[string]bool) bool {
	if a.where == nil {
		return unread[a.spot.file]
	}
	return len(unread) > 0 || len(a.where.Paths) > 0 && estate.Source != merlon.SourceCode
}

// maxPerFile bounds the ignores of one file: each is held against each finding
// in it.
const maxPerFile = 2000

// fromComments reads the estate's comments; each is read once, however many
// roots share its file.
func fromComments(estate *merlon.Estate, today time.Time) (all []*acceptance, notices []merlon.Gap) {
	workspace := cmp.Or(estate.Workspace, "default")
	seen := make(map[merlon.Range]bool, len(estate.Comments))
	perFile := make(map[string]int)
	for _, comment := range estate.Comments {
		file := comment.Range.File
		if seen[comment.Range] || perFile[file] > maxPerFile {
			continue
		}
		seen[comment.Range] = true
		directives, problems := parseComment(comment.Text)
		for _, p := range problems {
			notices = append(notices, notice(comment.Range, p))
		}
		if perFile[file] += len(directives); perFile[file] > maxPerFile {
			notices = append(notices, notice(comment.Range, problem{
				"the file has too many ignores", fmt.Sprintf("From here on they are not read: at most %d count.", maxPerFile),
			}))
			continue
		}
		for _, d := range directives {
			if d.place == onFile && (comment.Range.Start.Line != 1 || comment.Trailing) {
				notices = append(notices, notice(comment.Range, problem{
					"a kics-scan comment for the whole file is not at its top",
					"It is read on the first line of a file only. Nothing is ignored.",
				}))
				continue
			}
			a := &acceptance{directive: d, kind: KindInline, rng: comment.Range, spot: spotOf(comment)}
			a.expired = expired(d.until, today)
			a.foreign = len(d.workspaces) > 0 && !slices.ContainsFunc(d.workspaces, func(glob string) bool {
				return globMatch(glob, workspace)
			})
			all = append(all, a)
		}
	}
	return all, notices
}

// acceptances finds those that may cover a finding without looking at all of
// them: comments by file, exceptions by check, or by check and address where
// they name the resource.
type acceptances struct {
	all       []*acceptance
	byFile    map[string][]*acceptance
	byCheck   map[string][]*acceptance
	byAddress map[checkAddress][]*acceptance
	any       []*acceptance // exceptions for every check
}

type checkAddress struct{ check, address string }

func newAcceptances() *acceptances {
	return &acceptances{
		byFile:    make(map[string][]*acceptance),
		byCheck:   make(map[string][]*acceptance),
		byAddress: make(map[checkAddress][]*acceptance),
	}
}

func (x *acceptances) add(a *acceptance) {
	x.all = append(x.all, a)
	switch {
	case a.where == nil:
		x.byFile[a.spot.file] = append(x.byFile[a.spot.file], a)
	case a.any:
		x.any = append(x.any, a)
	case len(a.where.Addresses) == 1 && !isGlob(a.where.Addresses[0]):
		for check := range a.checks {
			key := checkAddress{check, a.where.Addresses[0]}
			x.byAddress[key] = append(x.byAddress[key], a)
		}
	default:
		for check := range a.checks {
			x.byCheck[check] = append(x.byCheck[check], a)
		}
	}
}

// apply lets everything that covers the finding count as used, and the first
// accept it.
func (x *acceptances) apply(f *merlon.Finding) {
	if len(x.all) == 0 {
		return
	}
	s := siteOf(f)
	try := func(list []*acceptance) {
		for _, a := range list {
			name, ok := a.means(f.Check.ID)
			if !ok || !a.covers(f, &s) {
				continue
			}
			a.use(name)
			if f.Result == merlon.Fail {
				f.Result = merlon.Suppressed
				f.Suppression = a.suppression()
			}
		}
	}
	if len(x.byFile) > 0 {
		for _, file := range s.files() {
			try(x.byFile[file])
		}
	}
	try(x.byCheck[f.Check.ID])
	if len(x.byAddress) > 0 {
		address, plain := f.Address(), merlon.StripKeys(f.Address())
		try(x.byAddress[checkAddress{f.Check.ID, address}])
		if plain != address {
			try(x.byAddress[checkAddress{f.Check.ID, plain}])
		}
	}
	try(x.any)
}

// files are the files in which a comment may cover the finding.
func (s *site) files() []string {
	var files []string
	add := func(rng merlon.Range) {
		if rng.File != "" && !slices.Contains(files, rng.File) {
			files = append(files, rng.File)
		}
	}
	for _, rng := range s.lines {
		add(rng)
	}
	for _, r := range s.owners {
		add(r.Origin.Range)
	}
	for _, call := range s.calls {
		add(call.Range)
	}
	return files
}

// applyBaseline suppresses the fails that were there before, and counts the
// entries that are gone although their check ran.
func applyBaseline(b *Baseline, findings []*merlon.Finding, known *catalogue, ran map[string]bool) []merlon.Gap {
	if b == nil {
		return nil
	}
	entries := make(map[string]int, len(b.Entries))
	for i, e := range b.Entries {
		entries[e.Fingerprint] = i
	}
	occurs := make([]bool, len(b.Entries))
	for _, f := range findings {
		for _, fingerprint := range slices.Concat([]string{f.Fingerprint}, f.Formerly) {
			i, ok := entries[fingerprint]
			if !ok {
				continue
			}
			occurs[i] = true
			if f.Result == merlon.Fail {
				f.Result = merlon.Suppressed
				f.Suppression = &merlon.Suppression{Kind: KindBaseline, Syntax: "merlon", Reason: "in the baseline of " + b.Created}
			}
			break
		}
	}
	gone := 0
	for i, e := range b.Entries {
		if _, exists := known.byID[canonical(e.Check)]; entries[e.Fingerprint] == i && !occurs[i] && (ran[e.Check] || !exists) {
			gone++
		}
	}
	if gone == 0 {
		return nil
	}
	return []merlon.Gap{notice(merlon.Range{}, problem{
		fmt.Sprintf("%d of %d entries of the baseline no longer occur", gone, len(b.Entries)),
		"They are fixed: write the baseline anew, so that they cannot come back unseen.",
	})}
}
