package merlon

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"sync"

	"github.com/zclconf/go-cty/cty"
)

// An Estate is the resources of one source at one moment, the links between
// them, and the gaps: what could not be read. It is safe for concurrent use.
type Estate struct {
	Source Source
	// Roots are the directories, below the scanned one, that were read as
	// root modules, in order.
	Roots []string
	// Gaps are sorted by position.
	Gaps []Gap
	// Notices are worth telling and no gaps: what was left out on purpose.
	Notices []Gap
	// Comments are those that mention a scanner: possible suppressions.
	Comments []Comment
	// Workspace is Terraform's workspace, "default" unless chosen.
	Workspace string
	// Outputs are the root module's output values, for estates of one root.
	Outputs map[string]Output

	resources []*Resource
	byType    map[string][]*Resource
	byAddress map[string]*Resource

	identities func() map[string][]*Resource
	companions sync.Map // companionKey -> func() *companionIndex
	referrers  func() map[*Resource][]Referrer
}

// An Output is a root module's output value.
type Output struct {
	Value     cty.Value
	Sensitive bool
}

// NewEstate builds an estate. It takes the resources over: it sorts them by
// root and address and binds them to the estate.
func NewEstate(source Source, resources []*Resource, gaps []Gap) *Estate {
	slices.SortStableFunc(resources, func(a, b *Resource) int {
		return cmp.Or(cmp.Compare(a.Origin.Root, b.Origin.Root), CompareAddresses(a.Address, b.Address))
	})
	e := &Estate{
		Source:    source,
		Gaps:      SortGaps(gaps),
		resources: resources,
		byType:    make(map[string][]*Resource),
		byAddress: make(map[string]*Resource, len(resources)),
	}
	for _, r := range resources {
		r.estate = e
		e.byType[typeKey(r.Mode, r.Type)] = append(e.byType[typeKey(r.Mode, r.Type)], r)
		if _, taken := e.byAddress[r.Address]; !taken {
			e.byAddress[r.Address] = r
		}
	}
	e.identities = sync.OnceValue(e.indexIdentities)
	e.referrers = sync.OnceValue(e.indexReferrers)
	return e
}

func typeKey(mode Mode, typ string) string {
	if mode == Managed {
		return typ
	}
	return mode.String() + "." + typ
}

// CompareAddresses orders addresses as a person counts: x[2] before x[10].
func CompareAddresses(a, b string) int {
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		if digit(a[i]) && digit(b[j]) {
			si, sj := i, j
			for i < len(a) && digit(a[i]) {
				i++
			}
			for j < len(b) && digit(b[j]) {
				j++
			}
			na, nb := strings.TrimLeft(a[si:i], "0"), strings.TrimLeft(b[sj:j], "0")
			if c := cmp.Or(cmp.Compare(len(na), len(nb)), cmp.Compare(na, nb)); c != 0 {
				return c
			}
			continue
		}
		if a[i] != b[j] {
			return cmp.Compare(a[i], b[j])
		}
		i++
		j++
	}
	return cmp.Or(cmp.Compare(len(a)-i, len(b)-j), cmp.Compare(a, b))
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

// Resources are all resources, data sources and ephemeral ones included, by
// root and address. The slice must not be changed.
func (e *Estate) Resources() []*Resource { return e.resources }

// OfType yields the resources of the given types. A data source's type is
// written "data.aws_iam_policy_document".
func (e *Estate) OfType(types ...string) iter.Seq[*Resource] {
	return func(yield func(*Resource) bool) {
		for _, t := range types {
			for _, r := range e.byType[t] {
				if !yield(r) {
					return
				}
			}
		}
	}
}

// Has reports whether there is any resource of the given types.
func (e *Estate) Has(types ...string) bool {
	for range e.OfType(types...) {
		return true
	}
	return false
}

// ByAddress finds a resource by its address, or nil. Where several roots have
// the same address it is the first root's.
func (e *Estate) ByAddress(address string) *Resource { return e.byAddress[address] }

// identityAttributes name an object in AWS: another resource that carries the
// same text refers to it. Order does not matter.
var identityAttributes = []string{
	"arn", "bucket", "cache_cluster_id", "cluster_identifier", "function_name",
	"global_cluster_identifier", "id", "identifier", "key_id", "name",
	"replication_group_id",
}

func (e *Estate) indexIdentities() map[string][]*Resource {
	index := make(map[string][]*Resource)
	for _, r := range e.resources {
		if r.Mode != Managed {
			continue
		}
		for _, name := range identityAttributes {
			a := r.Body.Find(name)
			if a == nil || a.IsBlocks() || len(a.Refs) > 0 && name != "name" && name != "identifier" {
				// A bucket_policy's "bucket" refers to a bucket: it is not its own.
				continue
			}
			if s, ok := r.Attr(name).Text(); ok && s != "" {
				index[s] = append(index[s], r)
			}
		}
	}
	return index
}

// Identified are the managed resources that one of AWS's identities (id, ARN,
// name) names. Names are not unique across types: look at the type.
func (e *Estate) Identified(identity string) []*Resource {
	if identity == "" {
		return nil
	}
	return e.identities()[identity]
}

// A Referrer is a resource that links to another, and by which attribute.
type Referrer struct {
	Resource *Resource
	// Attribute is the top-level attribute or block that holds the link.
	Attribute string
	Ref       Ref
}

func (e *Estate) indexReferrers() map[*Resource][]Referrer {
	index := make(map[*Resource][]Referrer)
	for _, r := range e.resources {
		for i := range r.Body.Attributes {
			a := &r.Body.Attributes[i]
			refs := a.Refs
			for _, b := range a.Blocks {
				refs = blockRefs(slices.Clip(refs), b)
			}
			for _, ref := range refs {
				index[ref.Target] = append(index[ref.Target], Referrer{Resource: r, Attribute: a.Name, Ref: ref})
			}
		}
	}
	return index
}

// Referrers are the links to a resource, in the order of the referring ones.
func (e *Estate) Referrers(r *Resource) []Referrer { return e.referrers()[r] }

// Companions are the resources of one type that belong to another resource by
// an attribute of theirs: the versioning of a bucket, the rules of a group.
type Companions struct {
	List []*Resource
	// Maybe are resources of the type whose attribute is unknown, so that they
	// may belong too.
	Maybe []*Resource
}

// Any says whether there is a companion: Unknown where there may be one.
func (c Companions) Any() Truth {
	switch {
	case len(c.List) > 0:
		return True
	case len(c.Maybe) > 0:
		return Unknown
	}
	return False
}

// First is the first companion, or nil.
func (c Companions) First() *Resource {
	if len(c.List) == 0 {
		return nil
	}
	return c.List[0]
}

type companionKey struct{ typ, path string }

type companionIndex struct {
	path     []string
	byTarget map[*Resource][]*Resource
	byText   map[string][]*Resource
	unknown  []*Resource
}

// meansAnother reports whether a companion that has r's name links to another
// resource of r's type: that one is meant, and two may have the same name.
func (x *companionIndex) meansAnother(companion, r *Resource) bool {
	for v := range companion.All(x.path...) {
		for _, ref := range v.Refs() {
			if ref.Target != r && ref.Target.Type == r.Type && ref.Target.Mode == r.Mode {
				return true
			}
		}
	}
	return false
}

// Companions finds the resources of a type that name r in the attribute at a
// dotted path of theirs, by reference or by identity.
func (e *Estate) Companions(r *Resource, typ, path string) Companions {
	key := companionKey{typ, path}
	build, ok := e.companions.Load(key)
	if !ok {
		build, _ = e.companions.LoadOrStore(key, sync.OnceValue(func() *companionIndex {
			return e.indexCompanions(typ, strings.Split(path, "."))
		}))
	}
	index := build.(func() *companionIndex)()

	found := Companions{List: slices.Clone(index.byTarget[r])}
	if len(index.byText) > 0 {
		for _, text := range identities.Of(r) {
			for _, c := range index.byText[text] {
				if c.Origin.Root == r.Origin.Root && !slices.Contains(found.List, c) && !index.meansAnother(c, r) {
					found.List = append(found.List, c)
				}
			}
		}
	}
	for _, c := range index.unknown {
		if c.Origin.Root == r.Origin.Root && c != r {
			found.Maybe = append(found.Maybe, c)
		}
	}
	return found
}

// identities are the known texts that name a resource.
var identities = Derive(func(r *Resource) (texts []string) {
	for _, name := range identityAttributes {
		if text, ok := r.Attr(name).Text(); ok && text != "" && !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
	}
	return texts
})

func (e *Estate) indexCompanions(typ string, path []string) *companionIndex {
	index := &companionIndex{path: path, byTarget: make(map[*Resource][]*Resource), byText: make(map[string][]*Resource)}
	for c := range e.OfType(typ) {
		linked := false
		unknown := false
		for v := range c.All(path...) {
			for _, ref := range v.Refs() {
				linked = true
				if !slices.Contains(index.byTarget[ref.Target], c) {
					index.byTarget[ref.Target] = append(index.byTarget[ref.Target], c)
				}
			}
			texts, complete := v.Strings()
			for _, s := range texts {
				linked = true
				if !slices.Contains(index.byText[s], c) {
					index.byText[s] = append(index.byText[s], c)
				}
			}
			unknown = unknown || !complete
		}
		if unknown && !linked {
			index.unknown = append(index.unknown, c)
		}
	}
	return index
}
