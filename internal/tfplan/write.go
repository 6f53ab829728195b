// Package tfplan speaks the JSON that `terraform show -json` gives of a plan.
// [Write] prints an estate in the shape of its planned_values, so that
// policies written for plans can be used on what merlon sees.
package tfplan

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"merlon"
	"merlon/internal/schema"
	"merlon/internal/secret"
)

// formatVersion is the version of Terraform's JSON that the shape follows.
// https://developer.hashicorp.com/terraform/internals/json-format
const formatVersion = "1.2"

// A document is what Write prints.
type document struct {
	FormatVersion string         `json:"format_version"`
	Merlon        string         `json:"merlon_version,omitempty"`
	PlannedValues *plannedValues `json:"planned_values,omitempty"`
	// ResourceChanges are what planned_values says once more, as the creations
	// of a plan into nothing: most policies for plans read those.
	ResourceChanges []changeDocument `json:"resource_changes,omitempty"`
	Roots           []rootDocument   `json:"roots,omitempty"`
	Gaps            []gapDocument    `json:"gaps,omitempty"`
}

type rootDocument struct {
	Path            string           `json:"path"`
	PlannedValues   *plannedValues   `json:"planned_values"`
	ResourceChanges []changeDocument `json:"resource_changes,omitempty"`
}

type changeDocument struct {
	Address       string `json:"address"`
	ModuleAddress string `json:"module_address,omitempty"`
	Mode          string `json:"mode"`
	Type          string `json:"type"`
	Name          string `json:"name"`
	Index         any    `json:"index,omitempty"`
	ProviderName  string `json:"provider_name,omitempty"`
	Change        change `json:"change"`
}

type change struct {
	Actions      []string        `json:"actions"`
	Before       json.RawMessage `json:"before"`
	After        json.RawMessage `json:"after"`
	AfterUnknown map[string]bool `json:"after_unknown"`
}

type gapDocument struct {
	Kind    string `json:"kind"`
	Summary string `json:"summary"`
	Detail  string `json:"detail,omitempty"`
	File    string `json:"file,omitempty"`
	Line    int32  `json:"line,omitempty"`
	Address string `json:"address,omitempty"`
}

type plannedValues struct {
	Outputs    map[string]outputDocument `json:"outputs,omitempty"`
	RootModule *moduleDocument           `json:"root_module"`
}

type outputDocument struct {
	Sensitive bool            `json:"sensitive"`
	Value     json.RawMessage `json:"value,omitempty"`
}

type moduleDocument struct {
	Address      string             `json:"address,omitempty"`
	Resources    []resourceDocument `json:"resources,omitempty"`
	ChildModules []*moduleDocument  `json:"child_modules,omitempty"`
}

type resourceDocument struct {
	Address         string          `json:"address"`
	Mode            string          `json:"mode"`
	Type            string          `json:"type"`
	Name            string          `json:"name"`
	Index           any             `json:"index,omitempty"`
	ProviderName    string          `json:"provider_name,omitempty"`
	Values          json.RawMessage `json:"values"`
	SensitiveValues []string        `json:"sensitive_values,omitempty"`
}

// Write prints an estate. Unknown values are left out, as Terraform does.
// Sensitive ones, and those with a credential in them, are left out too and
// named under sensitive_values: what merlon prints must be fit to be stored. An
// estate of several roots has them under "roots", each in the same shape.
func Write(w io.Writer, e *merlon.Estate, version string) error {
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(documentOf(e, version)); err != nil {
		return err
	}
	return out.Flush()
}

// Document is what [Write] prints, as encoding/json reads it: the input of
// policies.
func Document(e *merlon.Estate, version string) (any, error) {
	data, err := json.Marshal(documentOf(e, version))
	if err != nil {
		return nil, err
	}
	var doc any
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	if err := dec.Decode(&doc); err != nil {
		return nil, err
	}
	return doc, nil
}

func documentOf(e *merlon.Estate, version string) document {
	doc := document{FormatVersion: formatVersion, Merlon: version}
	byRoot := map[string][]*merlon.Resource{}
	for _, r := range e.Resources() {
		byRoot[r.Origin.Root] = append(byRoot[r.Origin.Root], r)
	}
	if len(e.Roots) <= 1 {
		doc.PlannedValues, doc.ResourceChanges = planned(e.Resources(), e.Outputs)
	} else {
		for _, root := range e.Roots {
			r := rootDocument{Path: root}
			r.PlannedValues, r.ResourceChanges = planned(byRoot[root], nil)
			doc.Roots = append(doc.Roots, r)
		}
	}
	for _, g := range e.Gaps {
		doc.Gaps = append(doc.Gaps, gapDocument{
			Kind: string(g.Kind), Summary: g.Summary, Detail: g.Detail,
			File: g.Range.File, Line: g.Range.Start.Line, Address: g.Address,
		})
	}
	return doc
}

func planned(resources []*merlon.Resource, outputs map[string]merlon.Output) (*plannedValues, []changeDocument) {
	p := &plannedValues{RootModule: &moduleDocument{}}
	var changes []changeDocument
	modules := map[string]*moduleDocument{"": p.RootModule}
	var module func(address string) *moduleDocument
	module = func(address string) *moduleDocument {
		if m := modules[address]; m != nil {
			return m
		}
		m := &moduleDocument{Address: address}
		modules[address] = m
		parent := module(parentModule(address))
		parent.ChildModules = append(parent.ChildModules, m)
		return m
	}
	for _, r := range resources {
		if r.Mode == merlon.Configured || r.Mode == merlon.Input {
			continue // Terraform's document has providers and variables elsewhere
		}
		m := module(r.Module)
		d := resource(r)
		m.Resources = append(m.Resources, d)
		if r.Mode == merlon.Managed {
			changes = append(changes, creation(r, d))
		}
	}
	for name, o := range outputs {
		d := outputDocument{Sensitive: o.Sensitive}
		if !o.Sensitive && !holdsSecret(name, o.Value) {
			d.Value = appendValue(nil, o.Value)
		}
		if p.Outputs == nil {
			p.Outputs = map[string]outputDocument{}
		}
		p.Outputs[name] = d
	}
	return p, changes
}

// parentModule is the address of the module around a module instance.
func parentModule(address string) string {
	quoted, last := false, -1
	for i := 0; i < len(address); i++ {
		switch c := address[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case !quoted && c == '.' && strings.HasPrefix(address[i:], ".module."):
			last = i
		}
	}
	if last < 0 {
		return ""
	}
	return address[:last]
}

// creation is a resource as a change of a plan into nothing.
func creation(r *merlon.Resource, d resourceDocument) changeDocument {
	c := changeDocument{
		Address: d.Address, ModuleAddress: r.Module, Mode: d.Mode, Type: d.Type, Name: d.Name, Index: d.Index, ProviderName: d.ProviderName,
		Change: change{Actions: []string{"create"}, Before: json.RawMessage("null"), After: d.Values, AfterUnknown: map[string]bool{}},
	}
	for i := range r.Body.Attributes {
		a := &r.Body.Attributes[i]
		if a.IsBlocks() && a.More || !a.IsBlocks() && !a.Value.IsKnown() {
			c.Change.AfterUnknown[a.Name] = true
		}
	}
	return c
}

func resource(r *merlon.Resource) resourceDocument {
	d := resourceDocument{Address: r.Address, Mode: r.Mode.String(), Type: r.Type, Name: r.Name}
	if r.Provider != nil {
		d.ProviderName = r.Provider.Name
		if d.ProviderName == "aws" {
			d.ProviderName = "registry.terraform.io/hashicorp/aws"
		}
	}
	if r.Key != cty.NilVal && r.Key.IsKnown() {
		switch r.Key.Type() {
		case cty.Number:
			n, _ := r.Key.AsBigFloat().Int64()
			d.Index = n
		case cty.String:
			d.Index = r.Key.AsString()
		}
	}
	var sch *schema.Block
	switch r.Mode {
	case merlon.Data:
		sch = schema.Data(r.Type)
	case merlon.Ephemeral:
		sch = schema.Ephemeral(r.Type)
	default:
		sch = schema.Resource(r.Type)
	}
	d.Values = appendBlock(nil, r.Body, sch, "", &d.SensitiveValues)
	slices.Sort(d.SensitiveValues)
	return d
}

func appendBlock(b []byte, block *merlon.Block, sch *schema.Block, path string, secrets *[]string) []byte {
	b = append(b, '{')
	first := true
	for i := range block.Attributes {
		a := &block.Attributes[i]
		if path == "" && a.IsBlocks() && a.Name == "timeouts" && len(a.Blocks) == 0 {
			continue
		}
		if a.Sensitive {
			*secrets = append(*secrets, path+a.Name)
			continue
		}
		if !a.IsBlocks() && !a.Value.IsKnown() {
			continue
		}
		if !a.IsBlocks() && holdsSecret(a.Name, a.Value) {
			*secrets = append(*secrets, path+a.Name)
			continue
		}
		if a.IsBlocks() && a.More {
			continue
		}
		if !first {
			b = append(b, ',')
		}
		first = false
		b = appendString(b, a.Name)
		b = append(b, ':')
		if !a.IsBlocks() {
			b = appendValue(b, a.Value)
			continue
		}
		var inner *schema.Block
		lone := false
		if sch != nil {
			if nb := sch.Block(a.Name); nb != nil {
				inner, lone = &nb.Block, nb.Nesting == schema.Single || nb.Nesting == schema.Group
			}
		}
		if lone && len(a.Blocks) == 1 {
			b = appendBlock(b, a.Blocks[0], inner, path+a.Name+".", secrets)
			continue
		}
		b = append(b, '[')
		for j, nested := range a.Blocks {
			if j > 0 {
				b = append(b, ',')
			}
			b = appendBlock(b, nested, inner, path+a.Name+".", secrets)
		}
		b = append(b, ']')
	}
	return append(b, '}')
}

// holdsSecret looks for credentials in the texts of a value, also encoded ones.
// A map's key is part of what makes its value look like one.
func holdsSecret(name string, v cty.Value) bool {
	if v == cty.NilVal || !v.IsKnown() || v.IsNull() {
		return false
	}
	ty := v.Type()
	switch {
	case ty == cty.String:
		text := v.AsString()
		// With its name a text may look like a password; a few letters do not.
		if len(secret.Find(text)) > 0 || len(text) >= 6 && len(secret.Find(name+" = "+strconv.Quote(text))) > 0 {
			return true
		}
		matches, _ := secret.FindEncoded(text)
		return len(matches) > 0
	case ty.IsPrimitiveType():
		return false
	case v.CanIterateElements():
		for k, e := range v.Elements() {
			inner := name
			if k.Type() == cty.String && !ty.IsSetType() && k.IsKnown() {
				inner = k.AsString()
			}
			if holdsSecret(inner, e) {
				return true
			}
		}
	}
	return false
}

// appendValue writes a value as JSON. Unknown parts of a list are null, those
// of an object are left out.
func appendValue(b []byte, v cty.Value) []byte {
	if v == cty.NilVal || !v.IsKnown() || v.IsNull() {
		return append(b, "null"...)
	}
	ty := v.Type()
	switch {
	case ty == cty.String:
		return appendString(b, v.AsString())
	case ty == cty.Bool:
		return strconv.AppendBool(b, v.True())
	case ty == cty.Number:
		return appendNumber(b, v.AsBigFloat())
	case ty.IsObjectType() || ty.IsMapType():
		b = append(b, '{')
		first := true
		for k, e := range v.Elements() {
			if !e.IsKnown() {
				continue
			}
			if !first {
				b = append(b, ',')
			}
			first = false
			b = appendString(b, k.AsString())
			b = append(b, ':')
			b = appendValue(b, e)
		}
		return append(b, '}')
	case v.CanIterateElements():
		b = append(b, '[')
		first := true
		for _, e := range v.Elements() {
			if !first {
				b = append(b, ',')
			}
			first = false
			b = appendValue(b, e)
		}
		return append(b, ']')
	}
	return append(b, "null"...)
}

func appendNumber(b []byte, f *big.Float) []byte {
	if f.IsInf() {
		return append(b, "null"...)
	}
	return f.Append(b, 'f', -1)
}

func appendString(b []byte, s string) []byte {
	text, err := json.Marshal(s)
	if err != nil {
		return append(b, `""`...)
	}
	return append(b, text...)
}
