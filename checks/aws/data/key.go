package data

import (
	"strings"

	"merlon"
	"merlon/internal/iam"
)

var keyTypes = []string{
	"aws_kms_key", "aws_kms_external_key", "aws_kms_replica_key", "aws_kms_replica_external_key", "aws_kms_alias",
}

// chosen reads an attribute that names a key.
func chosen(v merlon.Value) keyChoice {
	choice := keyChoice{at: v, keys: keysOf(v)}
	text, known := v.Text()
	switch {
	case v.IsNull() || known && text == "":
		choice.own = merlon.False
	case known:
		// An alias that begins with aws/ is AWS's own key of a service.
		choice.own = merlon.TruthOf(!strings.HasPrefix(text, "alias/aws/") && !strings.Contains(text, ":alias/aws/") &&
			!strings.EqualFold(text, "AWS_OWNED_KMS_KEY"))
	case len(choice.keys) > 0:
		choice.own = merlon.True
	default:
		choice.own = ofLookup(v)
	}
	return choice
}

// keysOf finds the keys behind a value, through aliases.
func keysOf(v merlon.Value) (keys []*merlon.Resource) {
	for _, r := range v.Targets(keyTypes...) {
		if r.Type == "aws_kms_alias" {
			behind := r.Attr("target_key_id").Targets(keyTypes[:4]...)
			if len(behind) == 0 {
				behind = []*merlon.Resource{r}
			}
			keys = append(keys, behind...)
			continue
		}
		keys = append(keys, r)
	}
	return keys
}

// ofLookup says whether a key that a data source looks up is the customer's:
// it is not if the alias looked up is one of AWS's.
func ofLookup(v merlon.Value) merlon.Truth {
	for _, lookup := range v.Targets("data.aws_kms_alias", "data.aws_kms_key") {
		for _, name := range []string{"name", "key_id"} {
			if text, ok := lookup.Attr(name).Text(); ok && text != "" {
				return merlon.TruthOf(!strings.Contains(text, "alias/aws/"))
			}
		}
	}
	return merlon.Unknown
}

// openPolicy finds the statement of a key's policy that lets strangers use
// the key. The truth is True where there is one, Unknown where there may be.
func openPolicy(pass *merlon.Pass, key *merlon.Resource) (merlon.Truth, merlon.Value) {
	open, at := merlon.False, key.Attr("policy")
	policies := []merlon.Value{at}
	attached := pass.Companions(key, "aws_kms_key_policy", "key_id")
	for _, c := range attached.List {
		policies = append(policies, c.Attr("policy"))
	}
	for _, v := range policies {
		policy, known := iam.FromValue(v)
		if policy == nil {
			if known == merlon.Unknown {
				open, at = open.Or(merlon.Unknown), v
			}
			continue // without a policy the account's own IAM decides
		}
		t := merlon.False
		for i := range policy.Statements {
			s := &policy.Statements[i]
			t = t.Or(s.AllowsAnyPrincipal().And(s.NarrowsCallers().Not()))
		}
		if policy.Open {
			t = t.Or(merlon.Unknown)
		}
		if t != merlon.False {
			at = v
		}
		open = open.Or(t)
	}
	return open, at
}
