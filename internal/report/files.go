package report

import (
	"io"
	"io/fs"
	"slices"
	"strings"

	"merlon"
	"merlon/internal/secret"
)

// Bounds of what is read for code frames.
const (
	maxFile  = 4 << 20  // a larger file has no frames
	maxFiles = 64 << 20 // after so much text there are no more frames
)

// files reads the scanned source for code frames, each file once.
type files struct {
	source fs.FS
	masks  *masks
	read   map[string]*file
	size   int
}

// A file is a source file and the stretches of it that must not show.
type file struct {
	text   string
	starts []int  // offset of each line
	hidden []span // sorted, without overlaps
}

type span struct{ start, end int }

func newFiles(source fs.FS, m *masks) *files {
	return &files{source: source, masks: m, read: make(map[string]*file)}
}

// open returns nil for a file that cannot be shown.
func (fs *files) open(name string) *file {
	if fs.source == nil || name == "" {
		return nil
	}
	f, done := fs.read[name]
	if !done {
		f = fs.load(name)
		fs.read[name] = f
	}
	return f
}

func (fs *files) load(name string) *file {
	if fs.size > maxFiles {
		return nil
	}
	in, err := fs.source.Open(name)
	if err != nil {
		return nil
	}
	defer func() { _ = in.Close() }()
	data, err := io.ReadAll(io.LimitReader(in, maxFile+1))
	if err != nil || len(data) > maxFile {
		return nil
	}
	fs.size += len(data)
	f := &file{text: string(data), starts: []int{0}}
	for i := range data {
		if data[i] == '\n' {
			f.starts = append(f.starts, i+1)
		}
	}
	for _, m := range secret.Find(f.text) {
		f.hidden = append(f.hidden, span{m.Start, m.End})
	}
	for _, r := range fs.masks.places()[name] {
		f.hideRange(r)
	}
	f.hidden = merge(f.hidden)
	return f
}

// merge sorts stretches and joins those that overlap.
func merge(spans []span) []span {
	slices.SortFunc(spans, func(a, b span) int { return a.start - b.start })
	var out []span
	for _, s := range spans {
		if n := len(out); n > 0 && s.start < out[n-1].end {
			out[n-1].end = max(out[n-1].end, s.end)
			continue
		}
		out = append(out, s)
	}
	return out
}

// lines is the number of lines; a last empty one does not count.
func (f *file) lines() int {
	if last := len(f.starts) - 1; last > 0 && f.starts[last] == len(f.text) {
		return last
	}
	return len(f.starts)
}

// span is the place of a line without its line break.
func (f *file) span(line int) span {
	start, end := f.starts[line-1], len(f.text)
	if line < len(f.starts) {
		end = f.starts[line] - 1
	}
	if end > start && f.text[end-1] == '\r' {
		end--
	}
	return span{start, end}
}

// hideRange hides the literals of a sensitive value: quoted text, numbers, and
// all of the lines of a heredoc. References in it still show.
func (f *file) hideRange(r merlon.Range) {
	first, last := int(r.Start.Line), int(r.End.Line)
	if first < 1 || first > f.lines() {
		return
	}
	last = min(max(last, first), f.lines())
	heredoc := false
	for line := first; line <= last; line++ {
		s := f.span(line)
		text := f.text[s.start:s.end]
		if heredoc {
			f.hidden = append(f.hidden, span{s.start + len(text) - len(strings.TrimLeft(text, " \t")), s.end})
			continue
		}
		heredoc = strings.Contains(text, "<<")
		f.hideLiterals(s)
	}
}

func (f *file) hideLiterals(s span) {
	quote := -1
	value := s.start + strings.IndexByte(f.text[s.start:s.end], '=') + 1
	for i := s.start; i < s.end; i++ {
		switch c := f.text[i]; {
		case quote >= 0 && c == '\\':
			i++
		case c == '"' && quote < 0:
			quote = i
		case c == '"':
			if i > quote+1 {
				f.hidden = append(f.hidden, span{quote + 1, i})
			}
			quote = -1
		case quote < 0 && i >= value && '0' <= c && c <= '9' && (i == s.start || !isWord(f.text[i-1])):
			end := i
			for end < s.end && (isWord(f.text[end]) || f.text[end] == '.') {
				end++
			}
			f.hidden = append(f.hidden, span{i, end})
			i = end - 1
		}
	}
	if quote >= 0 && quote+1 < s.end {
		f.hidden = append(f.hidden, span{quote + 1, s.end})
	}
}

func isWord(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}
