package iam

import (
	"maps"
	"net/netip"
	"slices"
	"strings"

	"merlon"
)

// A Condition is one operator over one key: the request meets it if the key's
// value compares with any of the Values. All conditions of a statement must
// be met.
type Condition struct {
	// Operator is the base operator as it is written, "StringLike".
	Operator string
	// Quantifier is "ForAllValues", "ForAnyValue" or empty. ForAllValues is
	// met by a request that lacks the key.
	Quantifier string
	// IfExists makes the condition be met by a request that lacks the key.
	IfExists bool
	Key      string
	Values   []string
}

func conditions(v any) (out []Condition, open bool, err error) {
	block, ok := v.(map[string]any)
	if !ok {
		text, isText := v.(string)
		return nil, isText && merlon.HasPlaceholder(text), nil
	}
	for _, operator := range slices.Sorted(maps.Keys(block)) {
		keys, ok := block[operator].(map[string]any)
		if !ok || merlon.HasPlaceholder(operator) {
			open = true
			continue
		}
		for _, key := range slices.Sorted(maps.Keys(keys)) {
			if len(out) == maxItems {
				return nil, false, ErrTooLarge
			}
			values, err := textsOf(keys[key])
			if err != nil {
				return nil, false, err
			}
			out = append(out, NewCondition(operator, key, values))
		}
	}
	return out, open, nil
}

// NewCondition is the condition of an operator as policies write it,
// "ForAnyValue:StringLikeIfExists", over one key.
func NewCondition(operator, key string, values []string) Condition {
	c := Condition{Operator: operator, Key: key, Values: values}
	if quantifier, rest, ok := strings.Cut(operator, ":"); ok {
		c.Quantifier, c.Operator = quantifier, rest
	}
	if n := len(c.Operator) - len("IfExists"); n > 0 && strings.EqualFold(c.Operator[n:], "IfExists") {
		c.IfExists, c.Operator = true, c.Operator[:n]
	}
	return c
}

// is reports whether the operator is one of the given ones.
func (c Condition) is(operators ...string) bool {
	return slices.ContainsFunc(operators, func(o string) bool { return strings.EqualFold(o, c.Operator) })
}

// Negated reports whether the operator is met by what is not among the values,
// and so by a request that lacks the key.
func (c Condition) Negated() bool {
	return strings.Contains(strings.ToLower(c.Operator), "not")
}

// wild reports whether stars in the values are wildcards to the operator.
func (c Condition) wild() bool {
	return c.is("StringLike", "StringNotLike", "ArnLike", "ArnEquals", "ArnNotLike", "ArnNotEquals")
}

// MetWithoutKey reports whether a request that does not carry the key meets
// the condition.
func (c Condition) MetWithoutKey() bool {
	if c.is("Null") {
		return slices.ContainsFunc(c.Values, func(v string) bool { return strings.EqualFold(v, "true") })
	}
	return c.IfExists || strings.EqualFold(c.Quantifier, "ForAllValues") || c.Negated()
}

// HasKey compares the condition's key, letter case aside. A name that ends in
// a slash stands for all keys that begin with it: "aws:PrincipalTag/".
func (c Condition) HasKey(names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		if strings.HasSuffix(name, "/") && len(c.Key) > len(name) {
			return strings.EqualFold(c.Key[:len(name)], name)
		}
		return strings.EqualFold(c.Key, name)
	})
}

// Idle reports whether the condition is met by every request that could carry
// its key: a Like of a star, the whole internet, a ForAllValues of a star.
func (c Condition) Idle() bool {
	if len(c.Values) == 0 {
		return strings.EqualFold(c.Quantifier, "ForAllValues") == c.Negated()
	}
	switch {
	case c.is("StringLike", "ArnLike", "ArnEquals"):
		return slices.ContainsFunc(c.Values, isStars)
	case c.is("IpAddress"):
		return slices.ContainsFunc(c.Values, everywhere)
	}
	return false
}

// Constrained asks whether conditions make the statement apply to some
// requests only. An idle condition does not.
func (s *Statement) Constrained() merlon.Truth {
	for _, c := range s.Conditions {
		if !c.Idle() {
			return merlon.True
		}
	}
	if s.OpenConditions {
		return merlon.Unknown
	}
	return merlon.False
}

// A callerKind says how the values of a key name callers.
type callerKind uint8

const (
	byText    callerKind = iota // an id, an account: a fixed text
	byARN                       // an ARN, whose account or name must be fixed
	byAddress                   // a range of addresses
	byFlag                      // true
)

// callerKeys are the condition keys that tell who calls, or from where, so
// that a statement for everybody becomes one for some. Keys that any caller
// can meet at will (aws:SecureTransport, aws:PrincipalType, a user agent) are
// not among them, and neither is aws:VpcSourceIp: private addresses are the
// same in everybody's VPC.
//
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
var callerKeys = map[string]callerKind{
	"aws:principalaccount":      byText,
	"aws:principalorgid":        byText,
	"aws:principalorgpaths":     byText,
	"aws:principalarn":          byARN,
	"aws:principalisawsservice": byFlag,
	"aws:principalservicename":  byText,
	"aws:sourceaccount":         byText,
	"aws:sourcearn":             byARN,
	"aws:sourceip":              byAddress,
	"aws:sourceorgid":           byText,
	"aws:sourceorgpaths":        byText,
	"aws:sourceowner":           byText,
	"aws:sourcevpc":             byText,
	"aws:sourcevpcarn":          byARN,
	"aws:sourcevpce":            byText,
	"aws:vpceaccount":           byText,
	"aws:vpceorgid":             byText,
	"aws:vpceorgpaths":          byText,
	"aws:userid":                byText,
	"aws:username":              byText,

	"kms:calleraccount":                        byText,
	"kms:viaservice":                           byText,
	"lambda:eventsourcetoken":                  byText,
	"lambda:sourcefunctionarn":                 byARN,
	"s3:dataaccesspointaccount":                byText,
	"s3:dataaccesspointarn":                    byARN,
	"elasticfilesystem:accessedviamounttarget": byFlag,
	"elasticfilesystem:accesspointarn":         byARN,
}

// NarrowsCallers asks whether the statement's conditions keep out callers that
// nobody named. It is meant for statements whose principal is everybody.
func (s *Statement) NarrowsCallers() merlon.Truth {
	t := merlon.False
	for _, c := range s.Conditions {
		t = t.Or(c.NarrowsCallers())
	}
	if s.OpenConditions {
		t = t.Or(merlon.Unknown)
	}
	return t
}

// NarrowsCallers asks the same of one condition: its key tells who calls, a
// request without the key does not meet it, and every value is a fixed one.
func (c Condition) NarrowsCallers() merlon.Truth {
	kind, ok := callerKeys[strings.ToLower(c.Key)]
	if !ok || c.MetWithoutKey() || c.is("Null") || len(c.Values) == 0 {
		return merlon.False
	}
	t := merlon.True
	for _, v := range c.Values {
		t = t.And(c.names(kind, v))
	}
	return t
}

// names asks whether one value names particular callers.
func (c Condition) names(kind callerKind, value string) merlon.Truth {
	if isBare(value) {
		return merlon.Unknown
	}
	switch kind {
	case byFlag:
		return merlon.TruthOf(c.is("Bool") && strings.EqualFold(value, "true"))
	case byAddress:
		return merlon.TruthOf(c.is("IpAddress") && !everywhere(value))
	case byARN:
		return merlon.TruthOf(!c.wild() && !isStars(value) || namesARN(value))
	}
	if isStars(value) {
		return merlon.False
	}
	if !c.wild() {
		return merlon.True
	}
	// A user id "AROAEXAMPLE:*" is one role; an organisation's path
	// "o-example/*" is one organisation; an account "1234*" is anybody's.
	head, _, star := strings.Cut(value, "*")
	if !star {
		return merlon.TruthOf(!strings.Contains(value, "?"))
	}
	return merlon.TruthOf(strings.ContainsAny(head, ":/.") && !strings.Contains(head, "?"))
}

// namesARN reports whether an ARN pattern fixes an account, or for the ARNs
// without one (S3 buckets) the beginning of the name.
func namesARN(pattern string) bool {
	fields := strings.SplitN(pattern, ":", 6)
	if len(fields) < 6 {
		// An unknown ARN, with or without something after it.
		return strings.HasPrefix(pattern, placeholderOpen) && !isStars(pattern)
	}
	if account := fields[4]; account != "" {
		return !strings.ContainsAny(account, "*?")
	}
	return fields[5] != "" && !strings.HasPrefix(fields[5], "*") && !strings.HasPrefix(fields[5], "?")
}

// everywhere reports whether an address range is so wide that it keeps nobody
// out. Text that is no range keeps everybody out: AWS refuses it.
func everywhere(value string) bool {
	prefix, err := netip.ParsePrefix(value)
	if err != nil {
		return false
	}
	if prefix.Addr().Is4() {
		return prefix.Bits() < 8
	}
	return prefix.Bits() < 16
}
