package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"merlon/internal/schema/internal/format"
)

// attrFlags are the flags that helpers.txt may give to an argument.
var attrFlags = map[string]byte{
	"required":   format.Required,
	"optional":   format.Optional,
	"computed":   format.Computed,
	"sensitive":  format.Sensitive,
	"write_only": format.WriteOnly,
	"deprecated": format.Deprecated,
}

// readHelpers adds the types of the file, whose head describes its syntax. It
// never replaces a type that Terraform told us of.
func readHelpers(name string, out *schemas) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	// open has the block of each level of indentation.
	var open []*block
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		fields := strings.Fields(lines.Text())
		if len(fields) == 0 || strings.HasPrefix(fields[0], "#") {
			continue
		}
		indent := len(lines.Text()) - len(strings.TrimLeft(lines.Text(), " "))
		level := indent / 2
		if indent%2 != 0 || level > len(open) || len(fields) < 2 {
			return fmt.Errorf("%s:%d: misplaced line %q", name, n, lines.Text())
		}
		open = open[:level]
		inner, err := addHelperLine(out, open, fields)
		if err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
		if inner != nil {
			open = append(open, inner)
		}
	}
	return lines.Err()
}

// addHelperLine adds what one line says to the innermost open block, or to out
// if none is open. It returns the block that the line opens, if any.
func addHelperLine(out *schemas, open []*block, fields []string) (*block, error) {
	if len(open) == 0 {
		types := map[string]map[string]*block{"resource": out.managed, "data": out.data}[fields[0]]
		if types == nil || types[fields[1]] != nil {
			return nil, fmt.Errorf("%s %s is of no known kind or already there", fields[0], fields[1])
		}
		types[fields[1]] = newBlock()
		return types[fields[1]], nil
	}
	parent := open[len(open)-1]
	if fields[0] == "block" {
		return parent.addHelperBlock(fields[1], fields[2:])
	}
	typ, err := parseType(fields[1])
	if err != nil {
		return nil, err
	}
	a := &attr{typ: typ}
	parent.attrs[fields[0]] = a
	for _, flag := range fields[2:] {
		if text, ok := strings.CutPrefix(flag, "default="); ok {
			if err := a.setDefaultJSON(text); err != nil {
				return nil, err
			}
			continue
		}
		if attrFlags[flag] == 0 {
			return nil, fmt.Errorf("unknown flag %q", flag)
		}
		a.flags |= attrFlags[flag]
	}
	return nil, nil
}

func (b *block) addHelperBlock(name string, words []string) (*block, error) {
	if len(words) == 0 {
		return nil, fmt.Errorf("block %s has no nesting mode", name)
	}
	mode, err := parseNesting(words[0])
	if err != nil {
		return nil, err
	}
	n := &nested{nesting: mode, block: newBlock()}
	for _, word := range words[1:] {
		key, text, _ := strings.Cut(word, "=")
		bound := map[string]*int{"min": &n.min, "max": &n.max}[key]
		if bound == nil {
			return nil, fmt.Errorf("unknown bound %q", word)
		}
		if *bound, err = strconv.Atoi(text); err != nil {
			return nil, err
		}
	}
	b.blocks[name] = n
	return n.block, nil
}

// parseType parses the type constraints that helpers.txt uses.
func parseType(s string) (cty.Type, error) {
	switch s {
	case "string":
		return cty.String, nil
	case "number":
		return cty.Number, nil
	case "bool":
		return cty.Bool, nil
	}
	if kind, elem, ok := strings.Cut(strings.TrimSuffix(s, ")"), "("); ok {
		of := map[string]func(cty.Type) cty.Type{"list": cty.List, "set": cty.Set, "map": cty.Map}[kind]
		if of != nil {
			t, err := parseType(elem)
			if err != nil {
				return cty.NilType, err
			}
			return of(t), nil
		}
	}
	return cty.NilType, fmt.Errorf("unknown type %q", s)
}

// setDefaultJSON sets the default from a JSON scalar.
func (a *attr) setDefaultJSON(text string) error {
	var v any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		return fmt.Errorf("default %s: %w", text, err)
	}
	if s, ok := v.(string); ok {
		text = s
	}
	return a.setDefault(text)
}
