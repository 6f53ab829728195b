package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"gopkg.in/yaml.v3"

	"merlon"
	"merlon/internal/engine"
)

// Parse reads a merlon.yaml. The name is for messages. The error joins one
// [*Error] for each mistake; there is no configuration then.
func Parse(data []byte, name string) (*Config, error) {
	if len(data) > maxFile {
		return nil, &Error{File: name, Message: fmt.Sprintf("the file has more than %d bytes", maxFile)}
	}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var doc, more yaml.Node
	switch err := decoder.Decode(&doc); {
	case errors.Is(err, io.EOF):
		return Default(), nil
	case err != nil:
		return nil, &Error{File: name, Message: strings.TrimPrefix(err.Error(), "yaml: ")}
	}
	if err := decoder.Decode(&more); !errors.Is(err, io.EOF) {
		return nil, &Error{File: name, Message: "the file has more than one document: keep one"}
	}
	if len(doc.Content) == 0 {
		return Default(), nil
	}
	v := &validator{file: name}
	v.value(doc.Content[0], &file, top, 0)
	if err := v.err(); err != nil {
		return nil, err
	}
	r := reader{v: v, config: Default()}
	r.file(doc.Content[0])
	if err := v.err(); err != nil {
		return nil, err
	}
	return r.config, nil
}

// A reader takes a valid document into a Config.
type reader struct {
	v      *validator
	config *Config
}

// pairs visits the keys of a mapping that have a value.
func pairs(node *yaml.Node, visit func(name string, value *yaml.Node)) {
	for i := 0; i+1 < len(node.Content); i += 2 {
		if !isNull(node.Content[i+1]) {
			visit(node.Content[i].Value, node.Content[i+1])
		}
	}
}

func (r *reader) file(node *yaml.Node) {
	c := r.config
	pairs(node, func(name string, value *yaml.Node) {
		switch name {
		case "version":
			c.Version = whole(value)
		case "min_version":
			c.MinVersion = strings.TrimPrefix(value.Value, "v")
		case "checks":
			c.Checks = strings.Join(textsOf(value), ",")
		case "checks_dirs":
			c.ChecksDirs = textsOf(value)
		case "severity":
			pairs(value, func(check string, severity *yaml.Node) {
				c.Severities[check], _ = merlon.ParseSeverity(severity.Value)
			})
		case "fail_on":
			c.FailNever = value.Value == "none"
			if !c.FailNever {
				c.FailOn, _ = merlon.ParseSeverity(value.Value)
			}
		case "strict":
			c.Strict = truth(value)
		case "no_inline_ignores":
			c.NoInlineIgnores = truth(value)
		case "baseline":
			c.Baseline = value.Value
		case "exclude":
			c.Exclude = textsOf(value)
		case "output":
			c.Output = textsOf(value)
		case "settings":
			settings(value, c.Settings)
		case "exceptions":
			for _, item := range value.Content {
				if !isNull(item) {
					c.Exceptions = append(c.Exceptions, r.exception(item))
				}
			}
		case "terraform":
			r.terraform(value)
		}
	})
}

func settings(node *yaml.Node, s *merlon.Settings) {
	pairs(node, func(name string, value *yaml.Node) {
		switch name {
		case "data_classification":
			pairs(value, func(name string, value *yaml.Node) {
				switch name {
				case "keys":
					s.Classification.Keys = textsOf(value)
				case "confidential":
					s.Classification.Confidential = textsOf(value)
				case "public":
					s.Classification.Public = textsOf(value)
				}
			})
		case "public_ports":
			s.PublicPorts = []int{}
			for _, port := range value.Content {
				s.PublicPorts = append(s.PublicPorts, whole(port))
			}
		case "trusted_networks":
			s.TrustedNetworks = textsOf(value)
		case "trusted_accounts":
			s.TrustedAccounts = textsOf(value)
		case "log_retention_days":
			s.LogRetentionDays = whole(value)
		case "backup_retention_days":
			s.BackupRetentionDays = whole(value)
		case "default_user_names":
			s.DefaultUserNames = textsOf(value)
		}
	})
}

func (r *reader) exception(node *yaml.Node) engine.Exception {
	at := merlon.Pos{Line: int32(node.Line), Column: int32(node.Column)}
	e := engine.Exception{
		Kind: engine.KindConfig, Syntax: "merlon",
		Range: merlon.Range{File: r.v.file, Start: at, End: at},
	}
	pairs(node, func(name string, value *yaml.Node) {
		switch name {
		case "checks":
			e.Checks = textsOf(value)
		case "paths":
			e.Paths = textsOf(value)
		case "addresses":
			e.Addresses = textsOf(value)
		case "attributes":
			pairs(value, func(path string, want *yaml.Node) {
				e.Attributes = append(e.Attributes, engine.Match{Path: path, Value: want.Value})
			})
		case "reason":
			e.Reason = value.Value
		case "owner":
			e.Owner = value.Value
		case "until":
			e.Until = value.Value
		}
	})
	if len(e.Checks) == 0 {
		r.v.errorf(node, "an exception names no check: want an id, or \"*\" for any")
	}
	if strings.TrimSpace(e.Reason) == "" {
		r.v.errorf(node, "an exception has an empty reason: say why this is accepted")
	}
	return e
}

func (r *reader) terraform(node *yaml.Node) {
	t := &r.config.Terraform
	pairs(node, func(name string, value *yaml.Node) {
		switch name {
		case "var_files":
			t.VarFiles = textsOf(value)
		case "variables":
			for i := 0; i+1 < len(value.Content); i += 2 {
				if name := value.Content[i]; !nameForm.MatchString(name.Value) {
					r.v.errorf(name, "%q is not the name of a variable", short(name.Value))
				}
				t.Variables[value.Content[i].Value] = r.value(value.Content[i+1])
			}
		case "workspace":
			t.Workspace = value.Value
		case "account_id":
			t.AccountID = value.Value
		case "region":
			t.Region = value.Value
		case "data":
			for i := 0; i+1 < len(value.Content); i += 2 {
				address := value.Content[i]
				if !strings.HasPrefix(address.Value, "data.") && !strings.Contains(address.Value, ".data.") {
					r.v.errorf(address, "%q is not the address of a data source: want data.TYPE.NAME", short(address.Value))
				}
				t.Data[address.Value] = r.value(value.Content[i+1])
			}
		}
	})
}

// value turns YAML into the value that the same JSON has in Terraform.
func (r *reader) value(node *yaml.Node) cty.Value {
	switch node.Kind {
	case yaml.SequenceNode:
		items := make([]cty.Value, len(node.Content))
		for i, item := range node.Content {
			items[i] = r.value(item)
		}
		return cty.TupleVal(items)
	case yaml.MappingNode:
		attrs := make(map[string]cty.Value, len(node.Content)/2)
		for i := 0; i+1 < len(node.Content); i += 2 {
			attrs[node.Content[i].Value] = r.value(node.Content[i+1])
		}
		return cty.ObjectVal(attrs)
	}
	switch node.Tag {
	case "!!null":
		return cty.NullVal(cty.DynamicPseudoType)
	case "!!bool":
		return cty.BoolVal(truth(node))
	case "!!int", "!!float":
		// Exponents are left as texts beyond what any setting needs: they
		// would cost memory without bound. So is 0123, which is an account id.
		plain := len(node.Value) <= 40 && !strings.ContainsAny(node.Value, "eExXoObB_")
		if leading := strings.TrimLeft(node.Value, "+-"); len(leading) > 1 && leading[0] == '0' && leading[1] != '.' {
			plain = false
		}
		if n, err := cty.ParseNumberVal(node.Value); plain && err == nil {
			return n
		}
	}
	return cty.StringVal(node.Value)
}

func textsOf(node *yaml.Node) []string {
	if node.Kind != yaml.SequenceNode {
		return []string{node.Value}
	}
	out := make([]string, len(node.Content))
	for i, item := range node.Content {
		out[i] = item.Value
	}
	return slices.Clip(out)
}

func whole(node *yaml.Node) int {
	n, _ := strconv.Atoi(node.Value) // the validator has seen it
	return n
}

func truth(node *yaml.Node) bool {
	var b bool
	_ = node.Decode(&b) // the validator has seen that it is a boolean
	return b
}
