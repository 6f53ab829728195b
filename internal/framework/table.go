package framework

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

var (
	//go:embed data/securityhub.tsv
	hubTable string
	//go:embed data/cis.tsv
	cisTable string
	//go:embed data/requirements.tsv
	requirementTable string
)

type catalogue struct {
	frameworks []*Framework
	hub        []Control
	refs       map[string][]Ref
}

const hubGuide = "AWS Security Hub user guide"

// load reads the tables. They are part of the program: a mistake in them is
// one in the code, which the tests find, and so it panics.
func load() *catalogue {
	hub, byID := readHub()
	cat := &catalogue{frameworks: readCIS(byID), refs: map[string][]Ref{}}
	fsbp := &Framework{ID: "aws-fsbp", Title: "AWS Foundational Security Best Practices", Source: hubGuide}
	for _, h := range hub {
		cat.hub = append(cat.hub, h.control)
		if h.fsbp {
			fsbp.Controls = append(fsbp.Controls, h.control)
		}
	}
	cat.frameworks = append(cat.frameworks, fsbp)
	cat.frameworks = append(cat.frameworks, readRequirements(hub)...)
	for _, f := range cat.frameworks {
		f.refer(cat.refs)
	}
	return cat
}

// refer notes the framework's controls at the checks that answer them.
func (f *Framework) refer(refs map[string][]Ref) {
	for i := range f.Controls {
		for _, check := range f.Controls[i].Checks {
			of := refs[check]
			if len(of) == 0 || of[len(of)-1].Framework != f {
				of = append(of, Ref{Framework: f})
			}
			last := &of[len(of)-1]
			last.Controls = append(last.Controls, f.Controls[i].ID)
			refs[check] = of
		}
	}
}

// A hubControl is a row of securityhub.tsv.
type hubControl struct {
	control Control
	fsbp    bool
	// requirements are the related ones, by framework ID.
	requirements map[string][]string
}

func readHub() ([]*hubControl, map[string]*hubControl) {
	sets := map[string][]string{}
	var all []*hubControl
	byID := map[string]*hubControl{}
	for row := range rows(hubTable) {
		if strings.HasPrefix(row[0], "@") {
			sets[row[0]] = strings.Fields(row[1])
			continue
		}
		c := cells(row, 8)
		h := &hubControl{
			control:      Control{ID: c[0], Title: c[1], Checks: strings.Fields(c[6]), Note: c[7]},
			fsbp:         c[2] == "x",
			requirements: map[string][]string{"pci-dss-3.2.1": strings.Fields(c[4]), "pci-dss-4.0.1": strings.Fields(c[5])},
		}
		const nist = "nist-800-53-r5"
		for word := range strings.FieldsSeq(c[3]) {
			ids := []string{word}
			if strings.HasPrefix(word, "@") {
				ids = sets[word]
			}
			if len(ids) == 0 {
				panic(fmt.Sprintf("framework: %s names no set %s", h.control.ID, word))
			}
			h.requirements[nist] = append(h.requirements[nist], ids...)
		}
		if byID[h.control.ID] != nil {
			panic("framework: " + h.control.ID + " has two rows")
		}
		all = append(all, h)
		byID[h.control.ID] = h
	}
	return all, byID
}

// answer adds a part to a requirement: its checks, or the want of them.
func (c *Control) answer(h *hubControl) {
	c.Parts = append(c.Parts, h.control.ID)
	if len(h.control.Checks) == 0 {
		c.Unanswered = append(c.Unanswered, h.control.ID)
	}
	c.Checks = append(c.Checks, h.control.Checks...)
}

// settle ends a requirement: checks each once, and a note only where it says
// why none of the parts has any.
func (c *Control) settle(byID map[string]*hubControl) {
	slices.Sort(c.Checks)
	c.Checks = slices.Compact(c.Checks)
	if len(c.Checks) > 0 || c.Note != "" || len(c.Parts) == 0 {
		if len(c.Parts) == 1 && c.Note == "" {
			c.Note = byID[c.Parts[0]].control.Note
		}
		return
	}
	var reasons []string
	for _, id := range c.Parts {
		note := byID[id].control.Note
		if note == "" {
			return
		}
		if !slices.Contains(reasons, note) {
			reasons = append(reasons, note)
		}
	}
	c.Note = strings.Join(reasons, "; ")
}

// readCIS makes a framework of every version that cis.tsv has a column for.
func readCIS(hub map[string]*hubControl) []*Framework {
	versions := strings.Split("1.2 1.4 1.5 2.0 3.0 4.0 5.0 6.0 7.0", " ")
	all := make([]*Framework, len(versions))
	for i, version := range versions {
		all[i] = &Framework{ID: "cis-aws-" + version, Title: "CIS AWS Foundations Benchmark " + version, Source: cisSource(version)}
	}
	for row := range rows(cisTable) {
		c := cells(row, len(versions)+3)
		control := Control{Title: c[0], Note: c[len(c)-1]}
		for word := range strings.FieldsSeq(c[len(c)-2]) {
			if strings.HasPrefix(word, "aws-") {
				control.Checks = append(control.Checks, word)
				continue
			}
			if hub[word] == nil {
				panic(fmt.Sprintf("framework: %q of cis.tsv names no control %s", c[0], word))
			}
			control.answer(hub[word])
		}
		control.settle(hub)
		for i := range versions {
			if control.ID = c[i+1]; control.ID != "" {
				all[i].Controls = append(all[i].Controls, control)
			}
		}
	}
	for _, f := range all {
		slices.SortFunc(f.Controls, func(a, b Control) int { return compareNumbers(a.ID, b.ID) })
	}
	return all
}

func cisSource(version string) string {
	switch version {
	case "1.2", "1.4", "3.0", "5.0":
		return hubGuide + " and public compliance definitions"
	}
	return "public compliance definitions"
}

// readRequirements makes the frameworks that are answered through controls of
// Security Hub.
func readRequirements(hub []*hubControl) []*Framework {
	byID := map[string]*hubControl{}
	parts := map[string][]*hubControl{}
	for _, h := range hub {
		byID[h.control.ID] = h
		for framework, ids := range h.requirements {
			for _, id := range ids {
				key := framework + " " + id
				if of := parts[key]; len(of) == 0 || of[len(of)-1] != h {
					parts[key] = append(of, h)
				}
			}
		}
	}
	titles := map[string]string{
		"pci-dss-3.2.1":  "PCI DSS 3.2.1",
		"pci-dss-4.0.1":  "PCI DSS 4.0.1",
		"nist-800-53-r5": "NIST SP 800-53 revision 5",
	}
	var all []*Framework
	for row := range rows(requirementTable) {
		c := cells(row, 3)
		if len(all) == 0 || all[len(all)-1].ID != c[0] {
			all = append(all, &Framework{ID: c[0], Title: titles[c[0]], Source: hubGuide})
		}
		f := all[len(all)-1]
		control := Control{ID: c[1], Title: c[2]}
		for _, h := range parts[c[0]+" "+c[1]] {
			control.answer(h)
		}
		control.settle(byID)
		f.Controls = append(f.Controls, control)
	}
	return all
}

// rows yields the cells of a table's rows.
func rows(table string) func(yield func([]string) bool) {
	return func(yield func([]string) bool) {
		for line := range strings.Lines(table) {
			line = strings.TrimRight(line, "\r\n")
			if line != "" && !strings.HasPrefix(line, "#") && !yield(strings.Split(line, "\t")) {
				return
			}
		}
	}
}

// cells are a row's cells, n of them, where "-" is written for an empty one.
func cells(row []string, n int) []string {
	if len(row) != n {
		panic(fmt.Sprintf("framework: the row of %q has %d cells, want %d", row[0], len(row), n))
	}
	for i, cell := range row {
		if cell == "-" {
			row[i] = ""
		}
	}
	return row
}

// compareNumbers orders "1.9" before "1.10".
func compareNumbers(a, b string) int {
	return slices.CompareFunc(strings.Split(a, "."), strings.Split(b, "."), func(a, b string) int {
		if len(a) != len(b) {
			return len(a) - len(b)
		}
		return strings.Compare(a, b)
	})
}
