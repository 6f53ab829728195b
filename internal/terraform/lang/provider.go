package lang

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// Provider is a function that a provider brings along, written as
// provider::NAME::FUNCTION, by the provider's type. It is false for those that
// are not known here; what they would give is unknown.
func Provider(provider, name string) (function.Function, bool) {
	fn, ok := providerFuncs[provider+"::"+name]
	return fn, ok
}

var providerFuncs = func() map[string]function.Function {
	b := &builder{
		env:   Env{MaxBytes: DefaultMaxBytes, MaxElements: DefaultMaxElements},
		funcs: make(map[string]function.Function),
	}
	b.guard("terraform::encode_expr", encodeExprFunc, limitArgs)
	b.guard("terraform::encode_tfvars", encodeVarsFunc, limitArgs)
	b.guard("terraform::decode_tfvars", decodeVarsFunc, limitHCL)
	b.guard("aws::arn_build", arnBuildFunc, nil)
	b.guard("aws::arn_parse", arnParseFunc, nil)
	b.guard("aws::trim_iam_role_path", trimRolePathFunc, nil)
	return b.funcs
}()

// encodeExprFunc writes a value as an expression.
var encodeExprFunc = define(cty.String, func(args []cty.Value) (cty.Value, error) {
	v := args[0]
	if v.IsWhollyKnown() {
		return cty.StringVal(string(bytes.TrimSpace(hclwrite.TokensForValue(v).Bytes()))), nil
	}
	ret := cty.UnknownVal(cty.String).Refine()
	if v.Range().CouldBeNull() {
		return ret.NewValue(), nil
	}
	switch ty := v.Type(); {
	case ty.IsObjectType() || ty.IsMapType():
		ret = ret.StringPrefixFull("{")
	case ty.IsTupleType() || ty.IsListType() || ty.IsSetType():
		ret = ret.StringPrefixFull("[")
	case ty == cty.String:
		ret = ret.StringPrefixFull(`"`)
	}
	return ret.NewValue(), nil
}, function.Parameter{Name: "value", Type: cty.DynamicPseudoType, AllowUnknown: true, AllowDynamicType: true})

// encodeVarsFunc writes an object as a .tfvars file.
var encodeVarsFunc = define(cty.String, func(args []cty.Value) (cty.Value, error) {
	v := args[0]
	if ty := v.Type(); !ty.IsObjectType() && !ty.IsMapType() {
		return cty.NilVal, function.NewArgErrorf(0, "invalid value to encode: must be an object whose attribute names will become the encoded variable names")
	}
	if !v.IsWhollyKnown() {
		return cty.UnknownVal(cty.String), nil
	}
	vars := v.AsValueMap()
	names := make([]string, 0, len(vars))
	for name := range vars {
		if !hclsyntax.ValidIdentifier(name) {
			return cty.NilVal, function.NewArgErrorf(0, "invalid variable name %q: must be a valid identifier, per Terraform's rules for input variable declarations", name)
		}
		names = append(names, name)
	}
	slices.Sort(names)
	file := hclwrite.NewEmptyFile()
	for _, name := range names {
		file.Body().SetAttributeValue(name, vars[name])
	}
	return cty.StringVal(string(file.Bytes())), nil
}, param("value", cty.DynamicPseudoType))

// decodeVarsFunc reads a text as a .tfvars file, without any variable or
// function.
var decodeVarsFunc = define(cty.DynamicPseudoType, func(args []cty.Value) (cty.Value, error) {
	file, diags := hclsyntax.ParseConfig([]byte(args[0].AsString()), "<decode_tfvars argument>", hcl.InitialPos)
	if diags.HasErrors() {
		return cty.NilVal, fmt.Errorf("invalid tfvars syntax: %w", diags)
	}
	attrs, diags := file.Body.JustAttributes()
	if diags.HasErrors() {
		return cty.NilVal, fmt.Errorf("invalid tfvars content: %w", diags)
	}
	vals := make(map[string]cty.Value, len(attrs))
	for name, attr := range attrs {
		v, diags := attr.Expr.Value(nil)
		if diags.HasErrors() {
			return cty.NilVal, fmt.Errorf("invalid expression for variable %q: %w", name, diags)
		}
		vals[name] = v
	}
	return cty.ObjectVal(vals), nil
}, param("src", cty.String))

// limitHCL refuses a text that the recursive parser could fail over.
func limitHCL(l limits, args []cty.Value) error {
	s, _ := text(args[0])
	if TooDeep([]byte(s), false) {
		return l.tooLarge("nesting", maxNesting)
	}
	return l.atMost(len(s))
}

var arnParts = []string{"partition", "service", "region", "account_id", "resource"}

var arnType = cty.Object(map[string]cty.Type{
	"account_id": cty.String, "partition": cty.String, "region": cty.String, "resource": cty.String, "service": cty.String,
})

// parseARN splits an ARN into partition, service, region, account and
// resource. The resource may have colons.
func parseARN(arn string) ([5]string, error) {
	parts := strings.SplitN(arn, ":", 6)
	if parts[0] != "arn" {
		return [5]string{}, errors.New("arn: invalid prefix")
	}
	if len(parts) != 6 {
		return [5]string{}, errors.New("arn: not enough sections")
	}
	return [5]string(parts[1:]), nil
}

var arnParseFunc = define(arnType, func(args []cty.Value) (cty.Value, error) {
	parts, err := parseARN(args[0].AsString())
	if err != nil {
		return cty.NilVal, function.NewArgError(0, err)
	}
	attrs := make(map[string]cty.Value, len(parts))
	for i, name := range arnParts {
		attrs[name] = cty.StringVal(parts[i])
	}
	return cty.ObjectVal(attrs), nil
}, param("arn", cty.String))

var arnBuildFunc = ofStrings(func(args []string) (string, error) {
	return "arn:" + strings.Join(args, ":"), nil
}, arnParts...)

// trimRolePathFunc turns the ARN of a role with a path into one without.
var trimRolePathFunc = ofStrings(func(args []string) (string, error) {
	parts, err := parseARN(args[0])
	if err != nil {
		return "", function.NewArgError(0, err)
	}
	switch {
	case parts[1] != "iam":
		return "", function.NewArgErrorf(0, "service must be \"iam\"")
	case parts[2] != "":
		return "", function.NewArgErrorf(0, "region must be empty")
	case !strings.HasPrefix(parts[4], "role/"):
		return "", function.NewArgErrorf(0, "resource must begin with \"role/\"")
	}
	parts[4] = "role/" + parts[4][strings.LastIndexByte(parts[4], '/')+1:]
	return "arn:" + strings.Join(parts[:], ":"), nil
}, "arn")
