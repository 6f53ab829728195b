package terraform

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"merlon"
	"merlon/internal/terraform/lang"
)

// A rootEval is the evaluation of one root module: its settings, its budget
// and what it has found. All workers share it.
type rootEval struct {
	p         *project
	dir       rootDir
	opts      Options
	workspace string
	manifest  map[string]string // module path "a.b" -> directory
	inputs    map[string]input
	functions map[string]function.Function

	steps     atomic.Int64 // left to spend
	instances atomic.Int64 // resource instances made

	mu        sync.Mutex
	gaps      map[gapKey]merlon.Gap
	resources []*merlon.Resource
	outputs   map[string]merlon.Output
	variables map[string]*inputVariables // by directory

	queue     tasks
	providers providerCache
}

type gapKey struct {
	kind    merlon.GapKind
	summary string
	rng     merlon.Range
}

type rootResult struct {
	resources []*merlon.Resource
	gaps      []merlon.Gap
	outputs   map[string]merlon.Output
}

// evalRoot evaluates a root module whole.
func evalRoot(ctx context.Context, p *project, dir rootDir, opts Options, workers int) *rootResult {
	ev := &rootEval{
		p: p, dir: dir, opts: opts, workspace: workspaceOf(opts),
		gaps: map[gapKey]merlon.Gap{}, outputs: map[string]merlon.Output{}, variables: map[string]*inputVariables{},
	}
	mod, err := p.module(dir.dir, dir.files)
	if err != nil || mod == nil {
		ev.gap(merlon.Gap{Kind: merlon.GapFile, Summary: "directory is not read", Detail: err.Error(), Range: merlon.Range{File: dir.display}})
		return ev.result()
	}
	ev.functions = lang.Functions(lang.Env{Files: projectFiles{p: p, dir: dir.dir}, MaxBytes: 4 << 20})
	ev.manifest = p.readManifest(dir.dir)
	ev.steps.Store(opts.Limits.Steps)
	starter := &worker{ev: ev, busy: map[busyKey]struct{}{}}
	starter.guard("", hcl.Range{Filename: dir.display}, func() { ev.inputs = ev.readInputs(mod) })

	p.use(dir.dir)
	defer p.letGo(dir.dir)
	top := &instance{ev: ev, dir: dir.dir, files: dir.files, key: cty.NilVal}
	ev.queue.init()
	ev.queue.add(func(w *worker) { w.sweep(top) })
	var wg sync.WaitGroup
	for range max(workers, 1) {
		wg.Go(func() {
			w := &worker{ev: ev, busy: map[busyKey]struct{}{}}
			for task := ev.queue.next(ctx); task != nil; task = ev.queue.next(ctx) {
				w.run(task)
				ev.queue.done()
			}
		})
	}
	wg.Wait()
	return ev.result()
}

func (ev *rootEval) result() *rootResult {
	gaps := make([]merlon.Gap, 0, len(ev.gaps))
	for _, g := range ev.gaps {
		gaps = append(gaps, g)
	}
	ev.resources = append(ev.resources, ev.allVariables()...)
	slices.SortFunc(ev.resources, func(a, b *merlon.Resource) int { return cmp.Compare(a.Address, b.Address) })
	return &rootResult{resources: ev.resources, gaps: gaps, outputs: ev.outputs}
}

func (ev *rootEval) gap(g merlon.Gap) {
	ev.mu.Lock()
	defer ev.mu.Unlock()
	key := gapKey{g.Kind, g.Summary, g.Range}
	if old, ok := ev.gaps[key]; ok && old.Address <= g.Address {
		return
	}
	if len(ev.gaps) < maxGaps {
		ev.gaps[key] = g
	}
}

// tasks is the work that is left: a stack that any worker adds to.
type tasks struct {
	mu     sync.Mutex
	wake   *sync.Cond
	list   []func(*worker)
	active int
}

func (t *tasks) init() { t.wake = sync.NewCond(&t.mu) }

func (t *tasks) add(task func(*worker)) {
	t.mu.Lock()
	t.list = append(t.list, task)
	t.mu.Unlock()
	t.wake.Signal()
}

// next waits for a task; nil means that all work is done or ctx is.
func (t *tasks) next(ctx context.Context) func(*worker) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for {
		if ctx.Err() != nil {
			t.list = nil
		}
		if n := len(t.list); n > 0 {
			task := t.list[n-1]
			t.list[n-1] = nil // it holds syntax trees
			t.list = t.list[:n-1]
			t.active++
			return task
		}
		if t.active == 0 {
			t.wake.Broadcast()
			return nil
		}
		t.wake.Wait()
	}
}

func (t *tasks) done() {
	t.mu.Lock()
	t.active--
	t.mu.Unlock()
	t.wake.Broadcast()
}

// An instance is a module at work: one instance of one call.
//
// Its configuration is parsed when it is first asked for and let go of once
// all of a module without calls has been evaluated: trees of syntax are most
// of the memory that an evaluation needs. What has been evaluated stays, and
// whoever still asks for more has the directory parsed again.
type instance struct {
	ev      *rootEval
	dir     string   // the module's directory, below the project's top
	files   []string // its files, nil for all of the directory
	mod     atomic.Pointer[module]
	slots   atomic.Pointer[[]slot]
	pending atomic.Int32                             // parts of the sweep that are still to be done
	causes  atomic.Pointer[map[string]*merlon.Cause] // of outputs, once swept
	parent  *instance
	call    *call
	key     cty.Value
	scope   *scope // where the call's arguments are evaluated
	address string // "" for the root
	path    string // "a.b": names only, as the module manifest has them
	depth   int
	calls   []merlon.Call // innermost first
	// deferred is set where a depends_on above makes data wait for apply.
	deferred bool
}

// module is the instance's configuration.
func (i *instance) module() *module {
	if m := i.mod.Load(); m != nil {
		return m
	}
	m, err := i.ev.p.module(i.dir, i.files)
	if err != nil {
		i.ev.gap(merlon.Gap{Kind: merlon.GapFile, Summary: "directory is not read", Detail: err.Error(), Range: merlon.Range{File: i.ev.p.display(i.dir)}, Address: i.address})
		m = emptyModule(i.dir)
	}
	if i.slots.Load() == nil {
		slots := make([]slot, m.index)
		if i.slots.CompareAndSwap(nil, &slots) {
			i.ev.steps.Add(20 * int64(m.bytes))
		}
	}
	i.mod.Store(m)
	return m
}

// slot is the memo of a declaration, by the index that the module gave it.
func (i *instance) slot(n int) *slot {
	if slots := i.slots.Load(); slots != nil && n < len(*slots) {
		return &(*slots)[n]
	}
	return new(slot) // the files changed while they were read
}

// A slot remembers what a declaration evaluated to: really, and as a
// document, where placeholders stand for what is unknown. Two workers may
// compute one twice; the first result stays. Nobody ever waits for another,
// so nothing can deadlock, and a worker that meets its own work is a cycle.
type slot struct {
	real, doc atomic.Pointer[result]
}

type result struct {
	op    operand
	cause *merlon.Cause
	err   *problem
}

type busyKey struct {
	slot *slot
	doc  bool
}

// A worker evaluates. It is for one goroutine.
type worker struct {
	ev    *rootEval
	busy  map[busyKey]struct{}
	depth int
	fuel  int64
}

// run does a task. A panic costs the task, not the scan.
func (w *worker) run(task func(*worker)) {
	w.guard("", hcl.Range{Filename: w.ev.dir.display}, func() { task(w) })
}

// guard keeps a panic of ours to the part of the input that caused it.
func (w *worker) guard(address string, rng hcl.Range, f func()) {
	depth := w.depth
	defer func() {
		if r := recover(); r != nil {
			w.depth = depth
			clear(w.busy)
			w.ev.gap(bugGap(r, rangeOf(rng), address))
		}
	}()
	f()
}

// bugGap tells of a panic.
func bugGap(r any, rng merlon.Range, address string) merlon.Gap {
	return merlon.Gap{
		Kind: merlon.GapEvaluation, Summary: "merlon failed on a part of the configuration: this is a bug, please report it",
		Detail: fmt.Sprintf("%v\n%s", r, debug.Stack()), Range: rng, Address: address,
	}
}

// A problem is why an expression has no value.
type problem struct {
	kind    merlon.GapKind
	summary string
	detail  string
	rng     hcl.Range
	silent  bool // already reported where it arose
}

func problemf(rng hcl.Range, summary, format string, args ...any) *problem {
	return &problem{kind: merlon.GapEvaluation, summary: summary, detail: fmt.Sprintf(format, args...), rng: rng}
}

func fromDiags(diags hcl.Diagnostics, rng hcl.Range) *problem {
	for _, d := range diags {
		if d.Severity == hcl.DiagError {
			if d.Subject != nil && d.Subject.Filename != "" {
				rng = *d.Subject
			}
			return &problem{kind: merlon.GapEvaluation, summary: lower(d.Summary), detail: d.Detail, rng: rng}
		}
	}
	return nil
}

// report makes a problem a gap, once.
func (w *worker) report(err *problem, address string) {
	if err == nil || err.silent {
		return
	}
	w.ev.gap(merlon.Gap{Kind: err.kind, Summary: err.summary, Detail: err.detail, Range: rangeOf(err.rng), Address: address})
}

// memo fills a slot.
func (w *worker) memo(s *slot, doc bool, what string, rng hcl.Range, compute func() result) *result {
	p := &s.real
	if doc {
		p = &s.doc
	}
	if r := p.Load(); r != nil {
		return r
	}
	key := busyKey{s, doc}
	if _, mine := w.busy[key]; mine {
		return &result{op: known(cty.DynamicVal), err: &problem{
			kind: merlon.GapReference, summary: what + " refers to itself",
			detail: "The references form a cycle. Terraform refuses this.", rng: rng,
		}}
	}
	if w.depth >= w.ev.opts.Limits.Depth {
		return &result{op: known(cty.DynamicVal), err: &problem{
			kind: merlon.GapLimit, summary: fmt.Sprintf("references are more than %d deep", w.ev.opts.Limits.Depth), rng: rng,
		}}
	}
	w.busy[key] = struct{}{}
	w.depth++
	r := compute()
	w.depth--
	delete(w.busy, key)
	if r.err == nil && r.op.kind == isValue {
		if err := w.weigh(r.op.v, rng); err != nil {
			r = result{op: known(cty.DynamicVal), err: err}
		}
	}
	if !p.CompareAndSwap(nil, &r) {
		return p.Load()
	}
	return &r
}

// spend takes fuel for a piece of work; it fails when the root's is used up.
func (w *worker) spend(n int64, rng hcl.Range) *problem {
	w.fuel -= n
	if w.fuel >= 0 {
		return nil
	}
	want := max(4096, -w.fuel)
	if w.ev.steps.Add(-want) < 0 {
		w.fuel = 0
		return &problem{
			kind: merlon.GapLimit, summary: "evaluation takes too much work",
			detail: "The configuration asks for more steps than merlon gives one root module. What is left of it is unknown.", rng: hcl.Range{Filename: w.ev.dir.display},
		}
	}
	w.fuel += want
	return nil
}

// weigh bounds the size of a value: parts, and bytes of text.
func (w *worker) weigh(v cty.Value, rng hcl.Range) *problem {
	switch v.Type() {
	case cty.Bool:
		return nil
	case cty.Number:
		if !fits(v) {
			return tooLargeNumber(rng)
		}
		return nil
	}
	left := w.ev.opts.Limits.Weight
	if !weigh(v, &left, 0) {
		return &problem{kind: merlon.GapLimit, summary: "value is too large", detail: fmt.Sprintf("It has more than %d parts, or its text is too long.", w.ev.opts.Limits.Weight), rng: rng}
	}
	return nil
}

func weigh(v cty.Value, left *int, depth int) bool {
	*left--
	if *left < 0 || depth > 200 {
		return false
	}
	v, _ = v.Unmark()
	if v == cty.NilVal || !v.IsKnown() || v.IsNull() {
		return true
	}
	ty := v.Type()
	switch {
	case ty == cty.String:
		*left -= len(v.AsString()) / 64
		return *left >= 0
	case ty == cty.Number:
		return fitsFloat(v.AsBigFloat())
	case ty == cty.Bool:
		return true
	case ty.IsObjectType():
		for name := range ty.AttributeTypes() {
			if !weigh(v.GetAttr(name), left, depth+1) {
				return false
			}
		}
	case v.CanIterateElements():
		if v.LengthInt() > *left {
			return false
		}
		for _, e := range v.Elements() {
			if !weigh(e, left, depth+1) {
				return false
			}
		}
	}
	return true
}

// projectFiles lets file functions read what is inside the project.
type projectFiles struct {
	p   *project
	dir string // the root module's directory: paths are relative to it
}

func (f projectFiles) ReadFile(name string) ([]byte, error) {
	full, err := f.p.resolve(f.dir, name)
	if err != nil {
		return nil, err
	}
	return f.p.read(full)
}

func (f projectFiles) Exists(name string) (bool, error) {
	full, err := f.p.resolve(f.dir, name)
	if err != nil {
		return false, err
	}
	info, err := f.p.root.Stat(full)
	if err != nil {
		if err := cleanError(err); errors.Is(err, errOutside) {
			return false, err
		}
		return false, nil
	}
	return info.Mode().IsRegular(), nil
}

func (f projectFiles) Glob(base, pattern string) ([]string, error) {
	full, err := f.p.resolve(f.dir, base)
	if err != nil {
		return nil, err
	}
	return f.p.glob(full, pattern)
}

// moduleDir finds the directory of a called module.
func (i *instance) moduleDir(c *call) (dir, manifestPath string, err error) {
	manifestPath = c.name
	if i.path != "" {
		manifestPath = i.path + "." + c.name
	}
	if strings.HasPrefix(c.source, "./") || strings.HasPrefix(c.source, "../") || c.source == "." || c.source == ".." {
		dir, err = i.ev.p.resolve(i.dir, c.source)
		return dir, manifestPath, err
	}
	if dir, ok := i.ev.manifest[manifestPath]; ok {
		full, err := i.ev.p.resolve(i.ev.dir.dir, dir)
		return full, manifestPath, err
	}
	return "", manifestPath, errNotInstalled
}

// modulePath is path.module: the module's directory as seen from the root's.
func (i *instance) modulePath() string {
	if i.parent == nil {
		return "."
	}
	rel := relative(i.ev.dir.dir, i.dir)
	return rel
}

// relative is a path from one project directory to another.
func relative(from, to string) string {
	from, to = path.Clean(from), path.Clean(to)
	if from == to {
		return "."
	}
	var f, t []string
	if from != "." {
		f = strings.Split(from, "/")
	}
	if to != "." {
		t = strings.Split(to, "/")
	}
	for len(f) > 0 && len(t) > 0 && f[0] == t[0] {
		f, t = f[1:], t[1:]
	}
	return path.Join(strings.Repeat("../", len(f)), strings.Join(t, "/"))
}
