package report

import (
	"bufio"
	"runtime"
	"strconv"
	"sync"
	"time"

	"merlon"
)

// reportVersion is the version of the JSON report; see docs/schema. Fields are
// added under the same version, never changed or removed.
const reportVersion = 1

// json writes the report for programs, one finding a line. It is written by
// hand because reports of a hundred thousand findings are normal.
func (p *page) json(w *bufio.Writer) error {
	a := p.a
	o := jsonWriter{}
	o.raw("{\n\"version\": ").int(reportVersion)
	o.raw(",\n\"merlon\": ").str(p.opts.Version)
	o.raw(",\n\"generated\": ")
	if p.opts.Now.IsZero() {
		o.raw("null")
	} else {
		o.str(p.opts.Now.UTC().Format(time.RFC3339))
	}
	o.raw(",\n\"target\": ").str(p.say(p.opts.Root))
	o.raw(",\n\"prefix\": ").str(p.say(p.opts.Prefix))
	o.raw(",\n\"findings\": [")
	if _, err := w.Write(o.buf); err != nil {
		return err
	}
	if err := p.jsonFindings(w); err != nil {
		return err
	}
	o.buf = o.buf[:0]
	o.raw("\n],\n\"gaps\": ")
	p.jsonGaps(&o, a.Gaps)
	o.raw(",\n\"notices\": ")
	p.jsonGaps(&o, a.Notices)
	o.raw(",\n\"summary\": ")
	p.jsonSummary(&o)
	p.jsonFramework(&o)
	o.raw("\n}\n")
	_, err := w.Write(o.buf)
	return err
}

// chunkFindings is how many findings are rendered at a time.
const chunkFindings = 256

// jsonFindings writes the findings in order. Chunks are rendered in parallel,
// and few enough of them at once that a large report needs no memory.
func (p *page) jsonFindings(w *bufio.Writer) error {
	findings := p.a.Findings
	workers := runtime.GOMAXPROCS(0)
	if len(findings) <= chunkFindings {
		workers = 1
	}
	type chunk struct {
		from int
		text chan []byte
	}
	todo, order := make(chan chunk), make(chan chunk, 2*workers)
	stop := make(chan struct{})
	go func() {
		defer close(order)
		defer close(todo)
		for from := 0; from < len(findings); from += chunkFindings {
			c := chunk{from: from, text: make(chan []byte, 1)}
			select {
			case order <- c:
			case <-stop:
				return
			}
			todo <- c
		}
	}()
	buffers := sync.Pool{New: func() any { return new([]byte) }}
	var rendering sync.WaitGroup
	for range workers {
		rendering.Go(func() {
			own, checks := p.fork(), make(map[*merlon.Check][]byte)
			for c := range todo {
				o := jsonWriter{buf: (*buffers.Get().(*[]byte))[:0]}
				own.jsonChunk(&o, findings, c.from, checks)
				c.text <- o.buf
			}
		})
	}
	var failed error
	for c := range order {
		text := <-c.text
		if failed == nil {
			if _, failed = w.Write(text); failed != nil {
				close(stop)
			}
		}
		buffers.Put(&text)
	}
	rendering.Wait()
	return failed
}

// jsonChunk renders the findings from an index on, without exact repetitions.
func (p *page) jsonChunk(o *jsonWriter, findings []*merlon.Finding, from int, checks map[*merlon.Check][]byte) {
	for i := from; i < min(from+chunkFindings, len(findings)); i++ {
		if i > 0 {
			if last := findings[i-1]; last.Result == findings[i].Result && merlon.CompareFindings(last, findings[i]) == 0 {
				continue
			}
			o.raw(",")
		}
		o.raw("\n")
		p.jsonFinding(o, findings[i], checks)
	}
}

func (p *page) jsonFinding(o *jsonWriter, f *merlon.Finding, checks map[*merlon.Check][]byte) {
	fixed := checks[f.Check]
	if fixed == nil {
		var c jsonWriter
		c.raw(`{"check":`).str(f.Check.ID).raw(`,"title":`).str(f.Check.Title)
		c.raw(`,"service":`).str(f.Check.Service()).raw(`,"aliases":`).strs(f.Check.Aliases)
		c.raw(`,"stride":`).strs(f.Check.STRIDE.Names()).raw(`,"cia":`).strs(f.Check.CIA.Names()).raw(`,"aaa":`).strs(f.Check.AAA.Names())
		fixed = c.buf
		checks[f.Check] = fixed
	}
	o.buf = append(o.buf, fixed...)
	o.raw(`,"severity":`).str(f.Severity.String()).raw(`,"result":`).str(string(f.Result))
	o.raw(`,"resource":`).str(p.address(f)).raw(`,"root":`)
	if f.Resource != nil {
		o.str(f.Resource.Origin.Root)
	} else {
		o.str("")
	}
	o.raw(`,"related":[`)
	for i, r := range f.Related {
		if i > 0 {
			o.raw(",")
		}
		o.str(p.say(r.Address))
	}
	o.raw(`]`)
	o.place(f.Range)
	o.raw(`,"path":`).str(p.say(f.Path)).raw(`,"message":`).str(p.message(f)).raw(`,"fix":`).str(p.remedy(f))
	o.raw(`,"cause":[`)
	for i := range f.Cause {
		c := &f.Cause[i]
		if i > 0 {
			o.raw(",")
		}
		o.raw(`{"kind":`).str(string(c.Kind)).raw(`,"name":`).str(p.say(c.Name)).raw(`,"file":`).str(c.Range.File).raw(`,"line":`).int(int(c.Range.Start.Line)).raw("}")
	}
	o.raw(`],"fingerprint":`).str(f.Fingerprint)
	if len(f.Formerly) > 0 {
		o.raw(`,"formerly":`).strs(f.Formerly)
	}
	if s := f.Suppression; s != nil {
		o.raw(`,"suppression":{"kind":`).str(s.Kind).raw(`,"syntax":`).str(s.Syntax).raw(`,"reason":`).str(p.say(s.Reason))
		o.raw(`,"owner":`).str(p.say(s.Owner)).raw(`,"until":`).str(s.Until).raw(`,"file":`).str(s.Range.File).raw(`,"line":`).int(int(s.Range.Start.Line)).raw("}")
	}
	o.raw("}")
}

func (p *page) jsonGaps(o *jsonWriter, gaps []merlon.Gap) {
	o.raw("[")
	for i, g := range gaps {
		if i > 0 {
			o.raw(",")
		}
		o.raw("\n").raw(`{"kind":`).str(string(g.Kind)).raw(`,"summary":`).str(p.say(g.Summary)).raw(`,"detail":`).str(p.say(g.Detail))
		o.raw(`,"resource":`).str(p.say(g.Address))
		o.place(g.Range)
		o.raw("}")
	}
	if len(gaps) > 0 {
		o.raw("\n")
	}
	o.raw("]")
}

func (p *page) jsonSummary(o *jsonWriter) {
	c := p.a.Counts
	fields := []struct {
		name string
		n    int
	}{
		{"resources", c.Resources}, {"data_sources", c.DataSources}, {"checks", c.Checks},
		{"passed", c.Passed}, {"failed", c.Failed}, {"undecided", c.Undecided}, {"suppressed", c.Suppressed},
		{"gaps", len(p.a.Gaps)}, {"notices", len(p.a.Notices)}, {"elapsed_ms", int(p.a.Elapsed.Milliseconds())},
	}
	o.raw("{")
	for _, f := range fields {
		o.str(f.name).raw(":").int(f.n).raw(",")
	}
	o.raw(`"by_severity":{`)
	for s := merlon.Critical; ; s-- {
		o.str(s.String()).raw(":").int(c.BySeverity[s])
		if s == merlon.Info {
			break
		}
		o.raw(",")
	}
	o.raw("}}")
}

// A jsonWriter appends JSON to a buffer.
type jsonWriter struct{ buf []byte }

func (o *jsonWriter) raw(s string) *jsonWriter {
	o.buf = append(o.buf, s...)
	return o
}

func (o *jsonWriter) int(n int) *jsonWriter {
	o.buf = strconv.AppendInt(o.buf, int64(n), 10)
	return o
}

func (o *jsonWriter) strs(list []string) *jsonWriter {
	o.raw("[")
	for i, s := range list {
		if i > 0 {
			o.raw(",")
		}
		o.str(s)
	}
	return o.raw("]")
}

// place writes the fields of a range; they are "" and 0 for nowhere.
func (o *jsonWriter) place(r merlon.Range) {
	o.raw(`,"file":`).str(r.File).raw(`,"line":`).int(int(r.Start.Line)).raw(`,"column":`).int(int(r.Start.Column))
	o.raw(`,"end_line":`).int(int(r.End.Line)).raw(`,"end_column":`).int(int(r.End.Column))
}

const hexDigits = "0123456789abcdef"

// str writes a JSON string. Bytes that are not UTF-8 become U+FFFD.
func (o *jsonWriter) str(s string) *jsonWriter {
	b := append(o.buf, '"')
	from := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= ' ' && c < 0x7f && c != '"' && c != '\\' {
			continue
		}
		if c >= 0x80 {
			b = appendRunes(append(b, s[from:i]...), s[i:])
			from = len(s)
			break
		}
		b = appendEscaped(append(b, s[from:i]...), c)
		from = i + 1
	}
	b = append(b, s[from:]...)
	o.buf = append(b, '"')
	return o
}

func appendEscaped(b []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(b, '\\', c)
	case '\n':
		return append(b, '\\', 'n')
	case '\t':
		return append(b, '\\', 't')
	}
	return append(b, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
}

// appendRunes is the slow way for text that is not all ASCII. Line and
// paragraph separators are escaped because JavaScript once choked on them, and
// the marks that turn text around because they fool a reader.
func appendRunes(b []byte, s string) []byte {
	for _, c := range s {
		switch {
		case c < ' ' || c == '"' || c == '\\' || c == 0x7f:
			b = appendEscaped(b, byte(c))
		case turns(c):
			b = append(b, '\\', 'u', hexDigits[c>>12&15], hexDigits[c>>8&15], hexDigits[c>>4&15], hexDigits[c&15])
		default:
			b = append(b, string(c)...)
		}
	}
	return b
}
