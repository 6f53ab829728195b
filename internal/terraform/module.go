package terraform

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/typeexpr"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"merlon"
)

const maxGaps = 2_000

// A module is the parsed configuration of one directory. It is immutable.
type module struct {
	dir   string // below the project's top
	bytes int    // size of its files

	variables map[string]*variable
	locals    map[string]*namedExpr
	outputs   map[string]*output
	resources map[string]*resourceConfig // by "type.name", "data.type.name", ...
	calls     map[string]*call
	providers map[string]*providerConfig // by name or name.alias
	moved     []movedBlock

	// order keeps the declarations in the order of the files, so that work
	// and gaps come in the same order every time.
	resourceOrder []*resourceConfig
	callOrder     []*call
	outputOrder   []*output
	index         int // slots handed out so far
}

// slotIndex hands out the place that a declaration has in an instance's memo.
func (m *module) slotIndex() int {
	m.index++
	return m.index - 1
}

type namedExpr struct {
	name string
	expr hclsyntax.Expression
	rng  hcl.Range
	slot int
}

type variable struct {
	name      string
	ty        cty.Type
	defaults  *typeexpr.Defaults
	expr      hclsyntax.Expression // default, or nil
	nullable  bool
	sensitive bool
	ephemeral bool
	rng       hcl.Range
	slot      int
}

type output struct {
	namedExpr
	sensitive bool
}

type call struct {
	name      string
	source    string
	body      *hclsyntax.Body
	count     hclsyntax.Expression
	forEach   hclsyntax.Expression
	providers hclsyntax.Expression
	dependsOn bool
	header    hcl.Range
	rng       hcl.Range
	slot      int
}

type resourceConfig struct {
	mode      merlon.Mode
	typ, name string
	body      *hclsyntax.Body
	count     hclsyntax.Expression
	forEach   hclsyntax.Expression
	provider  hclsyntax.Expression
	dependsOn bool
	header    hcl.Range
	rng       hcl.Range
	slot      int
	order     int // index in the module's resourceOrder

	// attrs are the arguments by name, without the meta-arguments; blocks are
	// the types of nested blocks by name, without the language's own.
	attrs  []*hclsyntax.Attribute
	blocks []string
}

// key is the name by which expressions refer to the resource.
func (r *resourceConfig) key() string {
	if r.mode == merlon.Managed {
		return r.typ + "." + r.name
	}
	return r.mode.String() + "." + r.typ + "." + r.name
}

type providerConfig struct {
	name, alias string
	body        *hclsyntax.Body
	slot        int
}

type movedBlock struct{ from, to string }

type moduleEntry struct {
	once sync.Once
	mod  *module
	err  error
}

// module parses a directory, once for all who call it.
func (p *project) module(dir string, files []string) (*module, error) {
	key := dir
	if files != nil && p.only != "" {
		key = dir + "/" + p.only
	}
	p.mu.Lock()
	e := p.modules[key]
	if e == nil {
		e = &moduleEntry{}
		p.modules[key] = e
	}
	p.mu.Unlock()
	e.once.Do(func() {
		if files == nil {
			files, e.err = p.configFiles(dir)
			if e.err != nil {
				return
			}
		}
		e.mod = p.load(dir, files)
	})
	return e.mod, e.err
}

func (p *project) configFiles(dir string) ([]string, error) {
	entries, err := fs.ReadDir(p.root.FS(), dir)
	if err != nil {
		return nil, cleanError(err)
	}
	var files []string
	for _, e := range entries {
		if !e.IsDir() && isConfig(e.Name()) {
			files = append(files, e.Name())
		}
	}
	if len(files) == 0 {
		return nil, errors.New("holds no configuration")
	}
	return files, nil
}

func emptyModule(dir string) *module {
	return &module{
		dir: dir, variables: map[string]*variable{}, locals: map[string]*namedExpr{}, outputs: map[string]*output{},
		resources: map[string]*resourceConfig{}, calls: map[string]*call{}, providers: map[string]*providerConfig{},
	}
}

// use says that one more instance will ask for a module; letGo that one has
// asked for all. Modules without instances are kept for a while: the next call
// may be of the same one.
func (p *project) use(dir string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.users[dir]++
}

// idleModules is how many modules without instances are kept.
const idleModules = 8

func (p *project) letGo(dir string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.users[dir]--; p.users[dir] > 0 {
		return
	}
	p.idle = append(p.idle, dir)
	if len(p.idle) <= idleModules {
		return
	}
	oldest := p.idle[0]
	p.idle = p.idle[1:]
	if p.users[oldest] == 0 && !slices.Contains(p.idle, oldest) {
		delete(p.modules, oldest)
	}
}

// load parses a directory's files and sorts what they declare. OpenTofu's
// files replace those of the same name, and override files are merged last.
func (p *project) load(dir string, files []string) *module {
	m := emptyModule(dir)
	b := &builder{p: p, m: m}
	normal, overrides := orderFiles(files)
	for _, name := range normal {
		b.file(path.Join(dir, name))
	}
	b.override = true
	for _, name := range overrides {
		b.file(path.Join(dir, name))
	}
	for i, r := range m.resourceOrder {
		r.order = i
		r.attrs, r.blocks = arguments(r.body), blockTypes(r.body)
	}
	return m
}

// arguments are a resource's attributes without the meta-arguments.
func arguments(body *hclsyntax.Body) []*hclsyntax.Attribute {
	return slices.DeleteFunc(sortedAttributes(body), func(a *hclsyntax.Attribute) bool {
		switch a.Name {
		case "count", "for_each", "provider", "depends_on":
			return true
		}
		return false
	})
}

// blockTypes are the types of a body's nested blocks, dynamic ones counted as
// what they make, without those that belong to the language.
func blockTypes(body *hclsyntax.Body) []string {
	if len(body.Blocks) == 0 {
		return nil
	}
	var types []string
	for _, b := range body.Blocks {
		name := overrideKey(b)
		switch name {
		case "lifecycle", "provisioner", "connection", "dynamic":
			continue
		}
		if !slices.Contains(types, name) {
			types = append(types, name)
		}
	}
	slices.Sort(types)
	return types
}

func orderFiles(files []string) (normal, overrides []string) {
	files = slices.Clone(files)
	slices.Sort(files)
	for _, name := range files {
		if stem, ok := strings.CutSuffix(name, ".tf"); ok && slices.Contains(files, stem+".tofu") {
			continue
		}
		if stem, ok := strings.CutSuffix(name, ".tf.json"); ok && slices.Contains(files, stem+".tofu.json") {
			continue
		}
		stem := name
		for _, ext := range []string{".json", ".tf", ".tofu"} {
			stem = strings.TrimSuffix(stem, ext)
		}
		if stem == "override" || strings.HasSuffix(stem, "_override") {
			overrides = append(overrides, name)
		} else {
			normal = append(normal, name)
		}
	}
	return normal, overrides
}

// A builder sorts the blocks of a module's files into a module.
type builder struct {
	p        *project
	m        *module
	override bool
}

func (b *builder) file(name string) {
	defer func() {
		if r := recover(); r != nil { // a parser's fault costs the file, not the scan
			b.p.gap(bugGap(r, merlon.Range{File: b.p.display(name)}, ""))
		}
	}()
	data, err := b.p.read(name)
	if err != nil {
		kind := merlon.GapFile
		if _, ok := errors.AsType[limitError](err); ok {
			kind = merlon.GapLimit
		}
		b.p.gap(merlon.Gap{Kind: kind, Summary: "file is not read", Detail: err.Error(), Range: merlon.Range{File: b.p.display(name)}})
		return
	}
	b.m.bytes += len(data)
	var body *hclsyntax.Body
	if strings.HasSuffix(name, ".json") {
		body = b.p.parseJSON(name, data)
	} else {
		body = b.p.parse(name, data)
	}
	b.p.forget(name)
	if body == nil {
		return
	}
	for _, block := range body.Blocks {
		b.block(block)
	}
}

// block sorts one top-level block. Blocks that say nothing about resources
// (terraform, import, removed, check, test runs, and whatever comes next) are
// passed over: an unknown word must never cost a directory.
func (b *builder) block(block *hclsyntax.Block) {
	want := map[string]int{"variable": 1, "output": 1, "module": 1, "provider": 1, "resource": 2, "data": 2, "ephemeral": 2}
	if n, ok := want[block.Type]; ok && len(block.Labels) != n {
		b.p.gap(merlon.Gap{
			Kind: merlon.GapSyntax, Summary: fmt.Sprintf("%s block needs %d labels, has %d", block.Type, n, len(block.Labels)),
			Range: rangeOf(block.DefRange()),
		})
		return
	}
	switch block.Type {
	case "variable":
		b.variable(block)
	case "locals":
		for _, a := range sortedAttributes(block.Body) {
			var slot int
			if old := b.m.locals[a.Name]; old != nil {
				slot = old.slot
			} else {
				slot = b.m.slotIndex()
			}
			b.m.locals[a.Name] = &namedExpr{name: a.Name, expr: a.Expr, rng: a.SrcRange, slot: slot}
		}
	case "output":
		b.output(block)
	case "module":
		b.call(block)
	case "provider":
		b.provider(block)
	case "resource":
		b.resource(merlon.Managed, block)
	case "data":
		b.resource(merlon.Data, block)
	case "ephemeral":
		b.resource(merlon.Ephemeral, block)
	case "check":
		for _, inner := range block.Body.Blocks {
			if inner.Type == "data" && len(inner.Labels) == 2 {
				b.resource(merlon.Data, inner)
			}
		}
	case "moved":
		from, to := addressOf(block.Body.Attributes["from"]), addressOf(block.Body.Attributes["to"])
		if from != "" && to != "" {
			b.m.moved = append(b.m.moved, movedBlock{from: from, to: to})
		}
	}
}

// addressOf reads an address written as an expression.
func addressOf(a *hclsyntax.Attribute) string {
	if a == nil {
		return ""
	}
	t, diags := hcl.AbsTraversalForExpr(a.Expr)
	if diags.HasErrors() {
		return ""
	}
	return traversalText(t)
}

func traversalText(t hcl.Traversal) string {
	var b strings.Builder
	for _, step := range t {
		switch s := step.(type) {
		case hcl.TraverseRoot:
			b.WriteString(s.Name)
		case hcl.TraverseAttr:
			b.WriteString("." + s.Name)
		case hcl.TraverseIndex:
			b.WriteString(keyText(s.Key))
		}
	}
	return b.String()
}

// keyText writes an instance key as addresses have it: [0] or ["a"].
func keyText(key cty.Value) string {
	key, _ = key.Unmark()
	if key == cty.NilVal || !key.IsKnown() || key.IsNull() {
		return ""
	}
	switch key.Type() {
	case cty.Number:
		return "[" + key.AsBigFloat().Text('f', -1) + "]"
	case cty.String:
		return "[" + quoteKey(key.AsString()) + "]"
	}
	return ""
}

// quoteKey quotes a key as Terraform writes it in addresses.
func quoteKey(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case (r == '$' || r == '%') && strings.HasPrefix(s[i+1:], "{"):
			b.WriteRune(r)
			b.WriteRune(r)
		case r < ' ':
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func sortedAttributes(body *hclsyntax.Body) []*hclsyntax.Attribute {
	out := make([]*hclsyntax.Attribute, 0, len(body.Attributes))
	for _, a := range body.Attributes {
		out = append(out, a)
	}
	slices.SortFunc(out, func(a, b *hclsyntax.Attribute) int { return strings.Compare(a.Name, b.Name) })
	return out
}

func exprOf(body *hclsyntax.Body, name string) hclsyntax.Expression {
	if a := body.Attributes[name]; a != nil {
		return a.Expr
	}
	return nil
}

// literalBool reads a meta-argument that must be a literal.
func literalBool(body *hclsyntax.Body, name string, def bool) bool {
	if e := exprOf(body, name); e != nil {
		if v, ok := literal(e); ok && !v.IsNull() && v.Type() == cty.Bool {
			return v.True()
		}
	}
	return def
}

func (b *builder) variable(block *hclsyntax.Block) {
	name := block.Labels[0]
	v := b.m.variables[name]
	if v == nil || !b.override {
		if v != nil {
			b.duplicate(block, "var."+name)
			return
		}
		v = &variable{name: name, ty: cty.DynamicPseudoType, nullable: true, slot: b.m.slotIndex()}
		b.m.variables[name] = v
	}
	v.rng = block.DefRange()
	if e := exprOf(block.Body, "type"); e != nil {
		ty, defaults, diags := typeConstraint(e)
		if diags.HasErrors() {
			b.p.diagnose(diags, v.rng.Filename)
			ty, defaults = cty.DynamicPseudoType, nil
		}
		v.ty, v.defaults = ty, defaults
	}
	if e := exprOf(block.Body, "default"); e != nil {
		v.expr = e
	}
	v.nullable = literalBool(block.Body, "nullable", v.nullable)
	v.sensitive = literalBool(block.Body, "sensitive", v.sensitive)
	v.ephemeral = literalBool(block.Body, "ephemeral", v.ephemeral)
}

// typeConstraint reads a variable's type, also the quoted ones of old.
func typeConstraint(e hclsyntax.Expression) (cty.Type, *typeexpr.Defaults, hcl.Diagnostics) {
	if word, ok := literalText(e); ok {
		switch word {
		case "string":
			return cty.String, nil, nil
		case "list":
			return cty.List(cty.DynamicPseudoType), nil, nil
		case "map":
			return cty.Map(cty.DynamicPseudoType), nil, nil
		}
	}
	switch hcl.ExprAsKeyword(e) {
	case "list":
		return cty.List(cty.DynamicPseudoType), nil, nil
	case "map":
		return cty.Map(cty.DynamicPseudoType), nil, nil
	}
	if !plain(e) {
		rng := e.Range()
		return cty.DynamicPseudoType, nil, hcl.Diagnostics{{
			Severity: hcl.DiagError, Summary: "Invalid type specification",
			Detail: "A type and the defaults in it may not loop.", Subject: &rng,
		}}
	}
	return typeexpr.TypeConstraintWithDefaults(e)
}

func (b *builder) output(block *hclsyntax.Block) {
	name := block.Labels[0]
	o := b.m.outputs[name]
	if o == nil {
		o = &output{namedExpr: namedExpr{name: name, slot: b.m.slotIndex()}}
		b.m.outputs[name] = o
		b.m.outputOrder = append(b.m.outputOrder, o)
	}
	o.rng = block.DefRange()
	if e := exprOf(block.Body, "value"); e != nil {
		o.expr = e
	}
	o.sensitive = literalBool(block.Body, "sensitive", o.sensitive)
}

func (b *builder) call(block *hclsyntax.Block) {
	name := block.Labels[0]
	c := b.m.calls[name]
	if c != nil {
		if !b.override {
			b.duplicate(block, "module."+name)
			return
		}
		mergeBody(c.body, block.Body)
	} else {
		c = &call{name: name, body: block.Body, slot: b.m.slotIndex(), header: block.DefRange(), rng: block.Range()}
		b.m.calls[name] = c
		b.m.callOrder = append(b.m.callOrder, c)
	}
	if e := exprOf(c.body, "source"); e != nil {
		c.source, _ = literalText(e)
	}
	c.count, c.forEach = exprOf(c.body, "count"), exprOf(c.body, "for_each")
	c.providers, c.dependsOn = exprOf(c.body, "providers"), waits(c.body)
}

func (b *builder) provider(block *hclsyntax.Block) {
	pc := &providerConfig{name: block.Labels[0], body: block.Body}
	if e := exprOf(block.Body, "alias"); e != nil {
		pc.alias, _ = literalText(e)
	}
	key := pc.name
	if pc.alias != "" {
		key += "." + pc.alias
	}
	if old := b.m.providers[key]; old != nil {
		mergeBody(old.body, block.Body)
		return
	}
	pc.slot = b.m.slotIndex()
	b.m.providers[key] = pc
}

func (b *builder) resource(mode merlon.Mode, block *hclsyntax.Block) {
	r := &resourceConfig{mode: mode, typ: block.Labels[0], name: block.Labels[1], body: block.Body, header: block.DefRange(), rng: block.Range()}
	key := r.key()
	if old := b.m.resources[key]; old != nil {
		if b.override {
			mergeBody(old.body, block.Body)
			r = old
		} else {
			// References mean the first; both are judged.
			b.duplicate(block, key)
			r.slot = b.m.slotIndex()
			b.m.resourceOrder = append(b.m.resourceOrder, r)
		}
	} else {
		r.slot = b.m.slotIndex()
		b.m.resources[key] = r
		b.m.resourceOrder = append(b.m.resourceOrder, r)
	}
	r.count, r.forEach = exprOf(r.body, "count"), exprOf(r.body, "for_each")
	r.provider, r.dependsOn = exprOf(r.body, "provider"), waits(r.body)
}

// waits reports whether depends_on names something that is created: data that
// wait for it are read at apply.
func waits(body *hclsyntax.Body) bool {
	list, ok := exprOf(body, "depends_on").(*hclsyntax.TupleConsExpr)
	if !ok {
		return false
	}
	for _, e := range list.Exprs {
		t, diags := hcl.AbsTraversalForExpr(e)
		if diags.HasErrors() {
			return true
		}
		switch t.RootName() {
		case "data", "var", "local":
		default:
			return true
		}
	}
	return false
}

func (b *builder) duplicate(block *hclsyntax.Block, what string) {
	b.p.gap(merlon.Gap{
		Kind: merlon.GapSyntax, Summary: what + " is declared twice",
		Detail: "References mean the first declaration. Terraform refuses this.", Range: rangeOf(block.DefRange()),
	})
}

// mergeBody lays an override over a body: attributes replace those of the
// same name, and nested blocks replace all of the same type.
func mergeBody(base, over *hclsyntax.Body) {
	maps.Copy(base.Attributes, over.Attributes)
	replaced := map[string]bool{}
	for _, blk := range over.Blocks {
		replaced[overrideKey(blk)] = true
	}
	base.Blocks = slices.DeleteFunc(base.Blocks, func(blk *hclsyntax.Block) bool { return replaced[overrideKey(blk)] })
	base.Blocks = append(base.Blocks, over.Blocks...)
}

// overrideKey is the block type, where a dynamic block counts as what it makes.
func overrideKey(b *hclsyntax.Block) string {
	if b.Type == "dynamic" && len(b.Labels) == 1 {
		return b.Labels[0]
	}
	return b.Type
}
