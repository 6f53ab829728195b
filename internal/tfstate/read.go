// Package tfstate reads Terraform's and OpenTofu's state.
//
// Start with [Read]: it makes an estate of a state file of version 4. What a
// state says of sensitive values stays marked as such, and never shows.
package tfstate

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"merlon"
	"merlon/internal/schema"
	"merlon/internal/stored"
)

// maxState bounds a state in bytes.
const maxState = 512 << 20

type stateDocument struct {
	Version          json.Number     `json:"version"`
	TerraformVersion string          `json:"terraform_version"`
	Serial           json.Number     `json:"serial"`
	Lineage          string          `json:"lineage"`
	Resources        []stateResource `json:"resources"`

	// OpenTofu's encrypted state has these and nothing else that is readable.
	EncryptedData     string `json:"encrypted_data"`
	EncryptionVersion string `json:"encryption_version"`
}

type stateResource struct {
	Module    string          `json:"module"`
	Mode      string          `json:"mode"`
	Type      string          `json:"type"`
	Name      string          `json:"name"`
	Provider  string          `json:"provider"`
	Instances []stateInstance `json:"instances"`
}

type stateInstance struct {
	IndexKey            any               `json:"index_key"`
	Deposed             string            `json:"deposed"`
	Attributes          map[string]any    `json:"attributes"`
	AttributesFlat      map[string]string `json:"attributes_flat"`
	SensitiveAttributes [][]pathStep      `json:"sensitive_attributes"`
}

// A pathStep is a step of the path of a sensitive value.
type pathStep struct {
	Type  string `json:"type"`
	Value any    `json:"value"`
}

// IsState reports whether JSON looks like a state file.
func IsState(data []byte) bool {
	return bytes.Contains(data, []byte(`"lineage"`)) && (bytes.Contains(data, []byte(`"serial"`)) || bytes.Contains(data, []byte(`"encrypted_data"`)))
}

// Read makes an estate of a state. The name is the file's, for places and
// errors. Objects that are to be destroyed after their replacement (deposed)
// are left out.
func Read(r io.Reader, name string) (*merlon.Estate, error) {
	limited := &io.LimitedReader{R: r, N: maxState + 1}
	dec := json.NewDecoder(limited)
	dec.UseNumber()
	var doc stateDocument
	if err := dec.Decode(&doc); err != nil {
		if limited.N == 0 {
			return nil, fmt.Errorf("%s: the state is larger than %d MiB", name, maxState>>20)
		}
		return nil, fmt.Errorf("%s: not a state file: %w", name, err)
	}
	switch {
	case doc.EncryptedData != "":
		return nil, fmt.Errorf("%s: the state is encrypted by OpenTofu: give merlon what tofu state pull prints", name)
	case doc.Version == "":
		return nil, fmt.Errorf("%s: not a state file: it has no version", name)
	case doc.Version != "4":
		return nil, fmt.Errorf("%s: the state has version %s, and merlon knows 4: terraform apply -refresh-only of Terraform 0.12 or later writes it anew", name, doc.Version)
	}
	serial, _ := strconv.ParseUint(doc.Serial.String(), 10, 64)
	var resources []*merlon.Resource
	for i := range doc.Resources {
		resources = appendInstances(resources, &doc.Resources[i], name, serial)
	}
	link(resources)
	estate := merlon.NewEstate(merlon.SourceState, resources, nil)
	estate.Roots = []string{"."}
	return estate, nil
}

func appendInstances(out []*merlon.Resource, s *stateResource, name string, serial uint64) []*merlon.Resource {
	mode, sch := merlon.Managed, schema.Resource(s.Type)
	address := s.Type + "." + s.Name
	if s.Mode == "data" {
		mode, sch = merlon.Data, schema.Data(s.Type)
		address = "data." + address
	}
	if s.Module != "" {
		address = s.Module + "." + address
	}
	for i := range s.Instances {
		in := &s.Instances[i]
		if in.Deposed != "" || in.Attributes == nil {
			continue
		}
		key := stored.Key(in.IndexKey)
		r := &merlon.Resource{
			Address: address + suffixOf(key), Module: s.Module, Mode: mode, Type: s.Type, Name: s.Name, Key: key,
			Origin: merlon.Origin{Source: merlon.SourceState, Root: ".", Serial: serial},
		}
		r.Origin.Range.File, r.Origin.Header.File = name, name
		r.Body = stored.Body(sch, stored.Object{Values: in.Attributes, Sensitive: sensitive(in.SensitiveAttributes)}, r.Origin.Header)
		r.Provider = providerOf(s.Provider, in.Attributes)
		out = append(out, r)
	}
	return out
}

// suffixOf is how an address ends for an instance key.
func suffixOf(key cty.Value) string {
	switch {
	case key == cty.NilVal:
		return ""
	case key.Type() == cty.String:
		return "[" + strconv.Quote(key.AsString()) + "]"
	}
	return "[" + key.AsBigFloat().Text('f', 0) + "]"
}

// sensitive turns paths into the shape that [stored.Object] has. What is
// sensitive in part of a list is taken as sensitive in all of it.
func sensitive(paths [][]pathStep) any {
	shape := map[string]any{}
	for _, path := range paths {
		at := shape
		for i, step := range path {
			name, ok := step.Value.(string)
			if !ok || step.Type != "get_attr" {
				break
			}
			last := i == len(path)-1 || path[i+1].Type != "get_attr"
			if last {
				at[name] = true
				break
			}
			next, ok := at[name].(map[string]any)
			if !ok {
				next = map[string]any{}
				at[name] = next
			}
			at = next
		}
	}
	return shape
}

// providerOf reads provider["registry.terraform.io/hashicorp/aws"].eu, and the
// region and account from the object's ARN.
func providerOf(text string, attributes map[string]any) *merlon.Provider {
	p := &merlon.Provider{DefaultTags: cty.NilVal}
	_, quoted, _ := strings.Cut(text, `provider["`)
	source, rest, _ := strings.Cut(quoted, `"]`)
	p.Name = source[strings.LastIndexByte(source, '/')+1:]
	p.Alias = strings.TrimPrefix(rest, ".")
	arn, _ := attributes["arn"].(string)
	if parts := strings.SplitN(arn, ":", 6); len(parts) == 6 && parts[0] == "arn" {
		p.Region, p.Account = parts[3], parts[4]
	}
	return p
}

// link gives an attribute that is the id or ARN of another object a link to
// it. The dependencies that a state records say of no attribute.
func link(resources []*merlon.Resource) {
	byIdentity := make(map[string]*merlon.Resource)
	for _, r := range resources {
		if r.Mode != merlon.Managed {
			continue
		}
		for _, name := range []string{"id", "arn"} {
			if text, ok := r.Attr(name).Text(); ok && len(text) > 4 {
				if _, taken := byIdentity[text]; !taken {
					byIdentity[text] = r
				}
			}
		}
	}
	for _, r := range resources {
		linkBlock(r, r.Body, byIdentity)
	}
}

func linkBlock(r *merlon.Resource, b *merlon.Block, byIdentity map[string]*merlon.Resource) {
	for i := range b.Attributes {
		a := &b.Attributes[i]
		for _, nested := range a.Blocks {
			linkBlock(r, nested, byIdentity)
		}
		switch {
		case a.IsBlocks(), a.Name == "id", a.Name == "arn", a.Name == "tags", a.Name == "tags_all":
			continue
		}
		a.Refs = linkValue(r, a.Value, byIdentity, nil)
	}
}

func linkValue(r *merlon.Resource, v cty.Value, byIdentity map[string]*merlon.Resource, refs []merlon.Ref) []merlon.Ref {
	if v == cty.NilVal || !v.IsKnown() || v.IsNull() {
		return refs
	}
	if v.Type() == cty.String {
		if target := byIdentity[v.AsString()]; target != nil && target != r {
			attribute := "id"
			if strings.HasPrefix(v.AsString(), "arn:") {
				attribute = "arn"
			}
			if ref := (merlon.Ref{Target: target, Attribute: attribute}); !slices.Contains(refs, ref) {
				refs = append(refs, ref)
			}
		}
		return refs
	}
	if v.Type().IsPrimitiveType() || !v.CanIterateElements() {
		return refs
	}
	for _, e := range v.Elements() {
		refs = linkValue(r, e, byIdentity, refs)
	}
	return refs
}
