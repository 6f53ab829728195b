package terraform

import (
	"errors"
	"fmt"
	"io/fs"
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
	rules  *merlon.Block // the flags of the lifecycle block, or nil
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
	header, rng hcl.Range
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
		r.rules = lifecycle(r.body)
	}
	return m
}

// lifecycle reads the flags of a resource's lifecycle block, which the
// language wants as literals.
func lifecycle(body *hclsyntax.Body) *merlon.Block {
	for _, b := range body.Blocks {
		if b.Type != "lifecycle" {
			continue
		}
		rules := &merlon.Block{Range: rangeOf(b.Range()), Header: rangeOf(b.DefRange())}
		for _, a := range sortedAttributes(b.Body) {
			if v, ok := literal(a.Expr); ok && v.Type() == cty.Bool {
				rules.Attributes = append(rules.Attributes, merlon.Attribute{Name: a.Name, Value: v, Range: rangeOf(a.Expr.Range())})
			}
		}
		return rules
	}
	return nil
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
		if text, ok := primitiveText(key); ok {
			return "[" + text + "]"
		}
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
