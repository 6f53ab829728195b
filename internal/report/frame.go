package report

import (
	"maps"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"merlon"
	"merlon/internal/secret"
)

// A frame is the part of a file that shows a finding.
type frame struct {
	lines  []frameLine
	gutter int  // width of the widest number
	long   bool // the finding is about more than one line
}

// A frameLine is a line of code fit to be shown: without secrets, tabs and
// control characters. From and to are the display columns, from 0, that the
// finding is about; they are equal where it is not about this line.
type frameLine struct {
	number   int
	text     string
	from, to int
	skipped  bool // lines were left out before this one
}

const (
	frameContext = 1 // lines before and after
	frameMarked  = 3 // lines of a long value that are shown, besides its last
	maxLine      = 2000
)

// frame shows where a finding points, with the headers of the blocks around
// it. It is nil where there is nothing to show.
func (p *page) frame(finding *merlon.Finding) *frame {
	place := finding.Range
	r := around(finding)
	f := p.files.open(place.File)
	first, last := int(place.Start.Line), int(place.End.Line)
	if f == nil || first < 1 || first > f.lines() {
		return nil
	}
	last = min(max(last, first), f.lines())
	// Context ends where the block does: what stands beside it is another's.
	from, to := max(1, first-frameContext), min(f.lines(), last+frameContext)
	if r != nil {
		from, to = max(from, int(r.Origin.Range.Start.Line)), min(to, int(r.Origin.Range.End.Line))
	}
	shown := map[int]bool{}
	secrets := 0
	for line := from; line <= to; line++ {
		inside := first <= line && line <= last
		if !inside && f.blank(line) {
			continue
		}
		if inside && line >= first+frameMarked && line < last {
			// Of a long value what matters most is the secret in it.
			if secrets == frameMarked || !f.hides(line) {
				continue
			}
			secrets++
		}
		shown[line] = true
	}
	for _, h := range headers(place, r) {
		if h >= 1 && h <= f.lines() {
			shown[h] = true
		}
	}
	lines := slices.Sorted(maps.Keys(shown))
	out := &frame{long: last > first}
	for i, n := range lines {
		line := f.show(n, place)
		line.skipped = i > 0 && lines[i-1] != n-1
		out.lines = append(out.lines, line)
	}
	out.gutter = len(strconv.Itoa(lines[len(lines)-1]))
	return out
}

// blank reports whether there is nothing on a line.
func (f *file) blank(line int) bool {
	s := f.span(line)
	return strings.TrimSpace(f.text[s.start:s.end]) == ""
}

// hides reports whether a part of a line must not show.
func (f *file) hides(line int) bool {
	s := f.span(line)
	i := sort.Search(len(f.hidden), func(i int) bool { return f.hidden[i].end > s.start })
	return i < len(f.hidden) && f.hidden[i].start < s.end
}

// around is the resource whose block a finding points into: its own or a
// related one's, nil for neither.
func around(f *merlon.Finding) *merlon.Resource {
	if f.Resource != nil && f.Resource.Origin.Range.Contains(f.Range) {
		return f.Resource
	}
	for _, r := range f.Related {
		if r.Origin.Range.Contains(f.Range) {
			return r
		}
	}
	return nil
}

// headers are the lines of the blocks that are open around a place.
func headers(place merlon.Range, r *merlon.Resource) []int {
	if r == nil {
		return nil
	}
	lines := []int{int(r.Origin.Header.Start.Line)}
	for b := r.Body; b != nil; {
		var inner *merlon.Block
		for i := range b.Attributes {
			for _, n := range b.Attributes[i].Blocks {
				if n.Range.Contains(place) {
					inner = n
				}
			}
		}
		if inner != nil {
			lines = append(lines, int(inner.Header.Start.Line))
		}
		b = inner
	}
	return lines
}

// show makes a line fit to be shown.
func (f *file) show(n int, place merlon.Range) frameLine {
	s := f.span(n)
	line := frameLine{number: n}
	from, to := columns(n, place)
	var b strings.Builder
	width, column, offset := 0, 0, s.start
	line.from, line.to = -1, -1
	rest, state := f.text[s.start:min(s.end, s.start+maxLine)], -1
	code := false
	masked := -1 // end of the hidden stretch already written
	for rest != "" {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		column++
		blank := cluster == " " || cluster == "\t"
		code = code || !blank
		if line.from < 0 && column >= from && code {
			line.from = width
		}
		if line.to < 0 && column >= to {
			line.to = width
		}
		if h, ok := f.hiddenAt(offset); ok {
			if h.end > masked {
				b.WriteString(secret.Mask)
				width += utf8.RuneCountInString(secret.Mask)
			}
			masked = max(masked, h.end)
		} else {
			text := plain(cluster)
			if cluster == "\t" {
				text = strings.Repeat(" ", 4-width%4)
			}
			b.WriteString(text)
			width += uniseg.StringWidth(text)
		}
		offset += len(cluster)
	}
	line.text = strings.TrimRight(b.String(), " ")
	if clean := secret.Redact(line.text); clean != line.text {
		line.text = clean
	}
	end := uniseg.StringWidth(line.text)
	if line.to < 0 || line.to > end {
		line.to = end
	}
	if line.from < 0 || line.from >= line.to || from > to {
		line.from, line.to = 0, 0
	}
	return line
}

const farColumn = 1 << 30

// columns are the columns of a line that a place covers, from > to for none.
func columns(n int, place merlon.Range) (from, to int) {
	first, last := int(place.Start.Line), int(place.End.Line)
	if n < first || n > max(first, last) {
		return 1, 0
	}
	from, to = 1, farColumn
	if n == first && place.Start.Column > 0 {
		from = int(place.Start.Column)
	}
	if n == last && place.End.Column > 0 {
		to = int(place.End.Column)
	}
	if from == to {
		to++
	}
	return from, to
}

// hiddenAt finds the hidden stretch that an offset is in.
func (f *file) hiddenAt(offset int) (span, bool) {
	i := sort.Search(len(f.hidden), func(i int) bool { return f.hidden[i].end > offset })
	if i < len(f.hidden) && f.hidden[i].start <= offset {
		return f.hidden[i], true
	}
	return span{}, false
}
