package demand

import (
	"merlon"
	"merlon/internal/iam"
)

// A PolicyRow is a resource type with a resource-based policy.
type PolicyRow struct {
	// Type is the resource type and Noun what messages call it.
	Type, Noun string
	// Path is the dotted path of the policy document.
	Path string
}

// A Reading says what a check looks for in a statement of a resource-based
// policy: True is a finding.
type Reading func(policy *iam.Policy, s *iam.Statement) merlon.Truth

// Public looks for statements that let callers in whom nobody named, and no
// condition narrows.
func Public(policy *iam.Policy, s *iam.Statement) merlon.Truth { return policy.Public(s) }

// Policy makes a check that reads each statement of resource-based policies.
// It reports a policy once, at its document.
func Policy(c merlon.Check, says string, read Reading, rows ...PolicyRow) *merlon.Check {
	byType := make(map[string]PolicyRow, len(rows))
	for _, r := range rows {
		c.Targets = append(c.Targets, r.Type)
		byType[r.Type] = r
	}
	c.Run = func(pass *merlon.Pass, r *merlon.Resource) {
		row := byType[r.Type]
		v := r.Attr(split(row.Path)...)
		policy, known := iam.FromValue(v)
		if policy == nil {
			if known == merlon.Unknown {
				pass.Require(merlon.Unknown, v, "%s %q %s", row.Noun, r.Name, says)
			}
			return
		}
		found := merlon.False
		if policy.Open {
			found = merlon.Unknown
		}
		for i := range policy.Statements {
			found = found.Or(read(policy, &policy.Statements[i]))
		}
		pass.Require(found.Not(), v, "%s %q %s", row.Noun, r.Name, says)
	}
	return &c
}
