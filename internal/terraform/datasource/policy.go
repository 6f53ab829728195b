package datasource

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// ErrUnknown says that a document depends on a value that is not known.
var ErrUnknown = errors.New("a part of the document is not known")

// maxPolicyBytes bounds the documents that are merged, and the one that comes
// of it. IAM itself allows some ten thousand characters.
const maxPolicyBytes = 4 << 20

func policyDocument(a args, _ Context) map[string]cty.Value {
	indented, minified, err := PolicyDocument(a.v)
	if err != nil {
		return nil
	}
	return texts("json", indented, "minified_json", minified)
}

// PolicyDocument renders the arguments of aws_iam_policy_document as
// hashicorp/aws 5.100 does, byte for byte: as the attribute json, which is
// indented, and as minified_json. The error is [ErrUnknown], or says what the
// provider refuses.
func PolicyDocument(config cty.Value) (indented, minified string, err error) {
	a := args{config}
	merged := &policy{}
	if err := mergeSources(merged, a); err != nil {
		return "", "", err
	}
	own, err := configured(a)
	if err != nil {
		return "", "", err
	}
	merged.merge(own)
	if err := mergeOverrides(merged, a); err != nil {
		return "", "", err
	}
	short, err := json.Marshal(merged)
	if err != nil {
		return "", "", err
	}
	if len(short) > maxPolicyBytes {
		return "", "", errors.New("the policy document is too large")
	}
	long, err := json.MarshalIndent(merged, "", "  ")
	return string(long), string(short), err
}

// mergeSources merges the documents that the configured one builds on. Their
// statement ids must differ from one another.
func mergeSources(into *policy, a args) error {
	docs, err := documents(a, "source_json", "source_policy_documents")
	if err != nil {
		return err
	}
	sids := make(map[string]bool)
	for _, doc := range docs {
		for _, s := range doc.Statements {
			if s.Sid != "" && sids[s.Sid] {
				return fmt.Errorf("duplicate Sid %q in source_policy_documents", s.Sid)
			}
			sids[s.Sid] = true
		}
		into.merge(doc)
	}
	return nil
}

// mergeOverrides merges the documents that have the last word.
func mergeOverrides(into *policy, a args) error {
	docs, err := documents(a, "override_policy_documents", "override_json")
	for _, doc := range docs {
		into.merge(doc)
	}
	return err
}

// documents parses the documents of some arguments. source_json and
// override_json are of older providers; this one refuses them, and what they
// meant then is what they mean here.
func documents(a args, names ...string) ([]*policy, error) {
	var docs []*policy
	size := 0
	for _, name := range names {
		texts, known := a.texts(name)
		if !known {
			return nil, ErrUnknown
		}
		for _, text := range texts {
			if text == "" {
				continue
			}
			if size += len(text); size > maxPolicyBytes {
				return nil, errors.New("the policy documents are too large")
			}
			doc := &policy{}
			if err := json.Unmarshal([]byte(text), doc); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			for _, s := range doc.Statements {
				if s == nil {
					return nil, fmt.Errorf("%s: a statement is null", name)
				}
			}
			docs = append(docs, doc)
		}
	}
	return docs, nil
}

// configured is the document of the blocks.
func configured(a args) (*policy, error) {
	version, known := a.text("version")
	id, knownID := a.text("policy_id")
	blocks, knownBlocks := a.list("statement")
	if !known || !knownID || !knownBlocks {
		return nil, ErrUnknown
	}
	if version == "" {
		version = "2012-10-17"
	}
	if version != "2012-10-17" && version != "2008-10-17" {
		return nil, fmt.Errorf("version %q is none of IAM's", version)
	}
	doc := &policy{Version: version, ID: id}
	sids := make(map[string]bool)
	for _, block := range blocks {
		s, err := configuredStatement(args{block}, version)
		if err != nil {
			return nil, err
		}
		if s.Sid != "" && sids[s.Sid] {
			return nil, fmt.Errorf("duplicate Sid %q", s.Sid)
		}
		sids[s.Sid] = true
		doc.Statements = append(doc.Statements, s)
	}
	return doc, nil
}

func configuredStatement(a args, version string) (*statement, error) {
	if !a.v.IsKnown() {
		return nil, ErrUnknown
	}
	sid, known := a.text("sid")
	effect, knownEffect := a.text("effect")
	if !known || !knownEffect {
		return nil, ErrUnknown
	}
	if effect == "" {
		effect = "Allow"
	}
	if effect != "Allow" && effect != "Deny" {
		return nil, fmt.Errorf("effect %q is neither Allow nor Deny", effect)
	}
	s := &statement{Sid: sid, Effect: effect}
	for _, part := range []struct {
		name string
		to   *any
		vars bool
	}{
		{"actions", &s.Actions, false}, {"not_actions", &s.NotActions, false},
		{"resources", &s.Resources, true}, {"not_resources", &s.NotResources, true},
	} {
		texts, known := a.texts(part.name)
		if !known {
			return nil, ErrUnknown
		}
		if len(texts) == 0 {
			continue
		}
		texts = reverseSorted(texts)
		if part.vars {
			if err := replaceVariables(texts, version); err != nil {
				return nil, err
			}
		}
		*part.to = oneOrMany(texts)
	}
	var err error
	if s.Principals, err = configuredPrincipals(a, "principals", version); err != nil {
		return nil, err
	}
	if s.NotPrincipals, err = configuredPrincipals(a, "not_principals", version); err != nil {
		return nil, err
	}
	s.Conditions, err = configuredConditions(a, version)
	return s, err
}

// replaceVariables turns the "&{...}" that Terraform lets pass into IAM's
// "${...}".
func replaceVariables(texts []string, version string) error {
	for i, s := range texts {
		if version == "2008-10-17" && strings.Contains(s, "&{") {
			return fmt.Errorf("found &{ sequence in %q, which document version 2008-10-17 does not support", s)
		}
		texts[i] = strings.ReplaceAll(s, "&{", "${")
	}
	return nil
}
