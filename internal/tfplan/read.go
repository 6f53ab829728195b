package tfplan

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"merlon"
	"merlon/internal/schema"
	"merlon/internal/stored"
)

// maxPlan bounds a plan in bytes, maxModules the nesting of its modules.
const (
	maxPlan    = 512 << 20
	maxModules = 64
)

// A Plan is a plan as an estate, and what it says of its making.
type Plan struct {
	Estate *merlon.Estate
	// Variables are the values of root variables that the plan was made with.
	Variables map[string]cty.Value
}

type planDocument struct {
	FormatVersion string `json:"format_version"`
	Variables     map[string]struct {
		Value any `json:"value"`
	} `json:"variables"`
	PlannedValues struct {
		RootModule storedModule `json:"root_module"`
	} `json:"planned_values"`
	PriorState struct {
		Values struct {
			RootModule storedModule `json:"root_module"`
		} `json:"values"`
	} `json:"prior_state"`
	ResourceChanges []struct {
		Address string `json:"address"`
		Mode    string `json:"mode"`
		Type    string `json:"type"`
		Name    string `json:"name"`
		Change  struct {
			Actions      []string `json:"actions"`
			AfterUnknown any      `json:"after_unknown"`
		} `json:"change"`
	} `json:"resource_changes"`
	Configuration configuration `json:"configuration"`
}

type storedModule struct {
	Address      string           `json:"address"`
	Resources    []storedResource `json:"resources"`
	ChildModules []storedModule   `json:"child_modules"`
}

type storedResource struct {
	Address         string         `json:"address"`
	Mode            string         `json:"mode"`
	Type            string         `json:"type"`
	Name            string         `json:"name"`
	Index           any            `json:"index"`
	ProviderName    string         `json:"provider_name"`
	Values          map[string]any `json:"values"`
	SensitiveValues any            `json:"sensitive_values"`
}

// IsPlan reports whether JSON looks like what `terraform show -json` gives of a
// plan.
func IsPlan(data []byte) bool {
	return bytes.Contains(data, []byte(`"planned_values"`)) && bytes.Contains(data, []byte(`"format_version"`))
}

// Read makes an estate of a plan: what will be there after it is applied. The
// name is the file's, for places. Values that are known only after apply are
// unknown, and links are those that the plan's configuration tells of.
func Read(r io.Reader, name string) (*Plan, error) {
	limited := &io.LimitedReader{R: r, N: maxPlan + 1}
	dec := json.NewDecoder(limited)
	dec.UseNumber()
	var doc planDocument
	if err := dec.Decode(&doc); err != nil {
		if limited.N == 0 {
			return nil, fmt.Errorf("%s: the plan is larger than %d MiB", name, maxPlan>>20)
		}
		return nil, fmt.Errorf("%s: not the JSON of a plan: %w (terraform show -json PLAN > plan.json makes it)", name, err)
	}
	major, _, _ := strings.Cut(doc.FormatVersion, ".")
	switch {
	case doc.FormatVersion == "":
		return nil, fmt.Errorf("%s: not the JSON of a plan: it has no format_version (terraform show -json PLAN > plan.json makes it)", name)
	case major != "0" && major != "1":
		return nil, fmt.Errorf("%s: the plan has format version %s, and merlon knows 1", name, doc.FormatVersion)
	}
	p := &planReader{doc: &doc, name: name, unknown: make(map[string]any), created: make(map[string]bool)}
	for i := range doc.ResourceChanges {
		c := &doc.ResourceChanges[i]
		p.unknown[c.Address] = c.Change.AfterUnknown
		p.created[c.Address] = slices.Contains(c.Change.Actions, "create") && !slices.Contains(c.Change.Actions, "delete")
	}
	if err := p.modules(&doc.PriorState.Values.RootModule, merlon.Data, 0); err != nil {
		return nil, err
	}
	if err := p.modules(&doc.PlannedValues.RootModule, merlon.Managed, 0); err != nil {
		return nil, err
	}
	p.link()
	plan := &Plan{Variables: make(map[string]cty.Value)}
	for variable, v := range doc.Variables {
		plan.Variables[variable] = stored.Value(v.Value)
	}
	plan.Estate = merlon.NewEstate(merlon.SourcePlan, p.resources, nil)
	plan.Estate.Roots = []string{"."}
	return plan, nil
}

type planReader struct {
	doc       *planDocument
	name      string
	unknown   map[string]any  // after_unknown by address
	created   map[string]bool // resources that are not there yet
	resources []*merlon.Resource
	have      map[string]bool
	providers map[string]*merlon.Provider
}

// modules reads the resources of a module and those below it: data sources
// come from the prior state, where they were read, and the rest from the plan.
func (p *planReader) modules(m *storedModule, from merlon.Mode, depth int) error {
	if depth > maxModules {
		return errors.New(p.name + ": modules are nested too deeply")
	}
	for i := range m.Resources {
		r := &m.Resources[i]
		if from == merlon.Data && r.Mode != "data" {
			continue
		}
		p.resource(m.Address, r)
	}
	for i := range m.ChildModules {
		if err := p.modules(&m.ChildModules[i], from, depth+1); err != nil {
			return err
		}
	}
	return nil
}

func (p *planReader) resource(module string, s *storedResource) {
	if p.have == nil {
		p.have = make(map[string]bool)
	}
	if p.have[s.Address] {
		return
	}
	p.have[s.Address] = true
	r := &merlon.Resource{
		Address: s.Address, Module: module, Type: s.Type, Name: s.Name, Key: stored.Key(s.Index),
		Origin: merlon.Origin{Source: merlon.SourcePlan, Root: "."},
	}
	r.Origin.Range.File, r.Origin.Header.File = p.name, p.name
	var sch *schema.Block
	switch s.Mode {
	case "data":
		r.Mode, sch = merlon.Data, schema.Data(s.Type)
	default:
		sch = schema.Resource(s.Type)
	}
	expressions := p.doc.Configuration.find(r)
	o := stored.Object{Values: s.Values, Unknown: p.unknown[s.Address], Sensitive: s.SensitiveValues}
	if expressions != nil && (p.created[s.Address] || r.Mode == merlon.Data) {
		o.Set = expressions.Expressions
	}
	r.Body = stored.Body(sch, o, r.Origin.Header)
	r.Provider = p.provider(s, expressions)
	p.resources = append(p.resources, r)
}

// provider is the provider configuration of a resource, with the region where
// it is a constant or a variable of the plan.
func (p *planReader) provider(s *storedResource, c *resourceConfig) *merlon.Provider {
	key := s.ProviderName[strings.LastIndexByte(s.ProviderName, '/')+1:]
	if c != nil && c.ProviderConfigKey != "" {
		key = c.ProviderConfigKey
	}
	if have := p.providers[key]; have != nil {
		return have
	}
	name, alias, _ := strings.Cut(key[strings.LastIndexByte(key, ':')+1:], ".")
	out := &merlon.Provider{Name: name, Alias: alias, DefaultTags: cty.NilVal}
	if config, ok := p.doc.Configuration.ProviderConfig[key]; ok {
		out.Region = p.text(config.Expressions["region"])
	}
	if p.providers == nil {
		p.providers = make(map[string]*merlon.Provider)
	}
	p.providers[key] = out
	return out
}

// text is the value of an expression that is a constant, or a root variable.
func (p *planReader) text(e any) string {
	object, _ := e.(map[string]any)
	if s, ok := object["constant_value"].(string); ok {
		return s
	}
	refs, _ := object["references"].([]any)
	if len(refs) == 1 {
		if ref, ok := refs[0].(string); ok {
			if name, ok := strings.CutPrefix(ref, "var."); ok {
				s, _ := p.doc.Variables[name].Value.(string)
				return s
			}
		}
	}
	return ""
}
