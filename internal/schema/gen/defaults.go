package main

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"merlon/internal/schema/internal/format"
)

// defaultValue is one line of defaults.tsv: the type of a managed resource,
// the path of an attribute through its blocks, and the value as JSON.
type defaultValue struct {
	typ, path, value string
}

const defaultsHead = `# Values that hashicorp/aws %s gives to arguments left out of the configuration,
# learnt from plans of minimal resources. Written by gen -learn; see gen/learn.go.
# type	argument	default as JSON
`

// replaceDefaults puts defaults into the file, in place of those of all types
// that only matches.
func replaceDefaults(name string, defaults []defaultValue, only *regexp.Regexp) error {
	old, err := parseDefaults(name)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	for _, d := range old {
		if !only.MatchString(d.typ) {
			defaults = append(defaults, d)
		}
	}
	slices.SortFunc(defaults, func(a, b defaultValue) int {
		return cmp.Or(strings.Compare(a.typ, b.typ), strings.Compare(a.path, b.path))
	})
	var buf bytes.Buffer
	fmt.Fprintf(&buf, defaultsHead, awsVersion)
	for _, d := range defaults {
		fmt.Fprintf(&buf, "%s\t%s\t%s\n", d.typ, d.path, d.value)
	}
	return os.WriteFile(name, buf.Bytes(), 0o666)
}

func parseDefaults(name string) ([]defaultValue, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	var all []defaultValue
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		if strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		fields := strings.SplitN(lines.Text(), "\t", 3)
		if len(fields) != 3 {
			return nil, fmt.Errorf("%s:%d: got %d fields, want 3", name, n, len(fields))
		}
		all = append(all, defaultValue{fields[0], fields[1], fields[2]})
	}
	return all, lines.Err()
}

// readDefaults sets the defaults of the file in the schemas of the managed
// types. A line that the schemas do not have is an error, as it means that the
// file is of another version of the provider.
func readDefaults(name string, in *schemas) error {
	defaults, err := parseDefaults(name)
	if err != nil {
		return err
	}
	for _, d := range defaults {
		if err := in.setDefault(d); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

func (s *schemas) setDefault(d defaultValue) error {
	b := s.managed[d.typ]
	path := strings.Split(d.path, ".")
	for _, step := range path[:len(path)-1] {
		if b == nil || b.blocks[step] == nil {
			return fmt.Errorf("%s has no block %s", d.typ, d.path)
		}
		b = b.blocks[step].block
	}
	if b == nil || b.attrs[path[len(path)-1]] == nil {
		return fmt.Errorf("%s has no argument %s", d.typ, d.path)
	}
	return b.attrs[path[len(path)-1]].setDefaultJSON(d.value)
}

// setDefault sets the default from the text form of the value.
func (a *attr) setDefault(text string) error {
	if !a.typ.IsPrimitiveType() {
		return fmt.Errorf("default %q is of an argument that is not primitive", text)
	}
	if _, err := convert.Convert(cty.StringVal(text), a.typ); err != nil {
		return fmt.Errorf("default %q: %w", text, err)
	}
	a.def = text
	a.flags |= format.HasDefault
	return nil
}
