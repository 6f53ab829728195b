package engine

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"merlon"
	"merlon/internal/framework"
)

// Select picks checks by an expression. The empty one is "recommended".
//
// An expression is a list of terms, separated by commas or spaces, read from
// left to right: each adds checks, or with "-" before it takes them away. An
// expression that starts by taking away starts from the recommended checks.
//
//	all                     every check
//	recommended             those that are not opt-in
//	aws-s3-bucket-logging   one check, by its id or another tool's
//	aws-s3-*                a glob over ids, other tools' included
//	service:s3              the checks of a service
//	stride:tampering        the checks of a threat; cia:, aaa: likewise
//	severity:high           the checks of this severity and above
//	framework:cis-aws-5.0   the checks that answer a control of a framework
//	recommended&severity:high   those in both
//
// The result is in the order of all and has no repetitions.
func Select(all []*merlon.Check, expr string) ([]*merlon.Check, error) {
	terms := strings.FieldsFunc(expr, func(r rune) bool {
		return r == ',' || r == ' ' || r == '\t' || r == '\n' || r == '\r'
	})
	if len(terms) == 0 {
		terms = []string{"recommended"}
	}
	if strings.HasPrefix(terms[0], "-") {
		terms = slices.Insert(terms, 0, "recommended")
	}
	cat := newCatalogue(all)
	chosen := make([]bool, len(all))
	var errs []error
	for _, term := range terms {
		name, remove := strings.CutPrefix(term, "-")
		checks, err := cat.term(name)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		for _, check := range checks {
			chosen[cat.order[check]] = !remove
		}
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	var selected []*merlon.Check
	for i, check := range all {
		if chosen[i] {
			selected = append(selected, check)
		}
	}
	return selected, nil
}

// term evaluates one term: factors joined by "&".
func (c *catalogue) term(term string) ([]*merlon.Check, error) {
	var found []*merlon.Check
	for i, factor := range strings.Split(term, "&") {
		checks, err := c.factor(factor)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			found = slices.Clone(checks)
			continue
		}
		found = slices.DeleteFunc(found, func(check *merlon.Check) bool { return !slices.Contains(checks, check) })
	}
	return found, nil
}

func (c *catalogue) factor(name string) ([]*merlon.Check, error) {
	switch strings.ToLower(name) {
	case "":
		return nil, errors.New("a check selection has an empty term: want an id, a glob, or one of all, recommended, service:NAME, framework:NAME, stride:NAME, cia:NAME, aaa:NAME, severity:NAME")
	case "all":
		return c.checks, nil
	case "recommended":
		return c.where(func(check *merlon.Check) bool { return !check.OptIn }), nil
	}
	if facet, value, ok := strings.Cut(name, ":"); ok {
		return c.facet(strings.ToLower(facet), strings.ToLower(value))
	}
	found := c.resolve(name)
	if len(found) == 0 {
		return nil, unknownName("check", name, c.nearest(name))
	}
	return found, nil
}

func (c *catalogue) facet(facet, value string) ([]*merlon.Check, error) {
	switch facet {
	case "severity":
		least, err := merlon.ParseSeverity(value)
		if err != nil {
			return nil, err
		}
		return c.where(func(check *merlon.Check) bool { return check.Severity >= least }), nil
	case "service":
		found := c.where(func(check *merlon.Check) bool { return check.Service() == value })
		if len(found) == 0 {
			return nil, unknownName("service", value, nearest(value, func(yield func(string) bool) {
				for _, check := range c.checks {
					if !yield(check.Service()) {
						return
					}
				}
			}))
		}
		return found, nil
	case "framework":
		f, err := framework.Find(value)
		if err != nil {
			return nil, err
		}
		return f.Select(c.checks), nil
	case "stride":
		return c.class(facet, value, merlon.STRIDE(0xff).Names(), func(check *merlon.Check) []string { return check.STRIDE.Names() })
	case "cia":
		return c.class(facet, value, merlon.CIA(0xff).Names(), func(check *merlon.Check) []string { return check.CIA.Names() })
	case "aaa":
		return c.class(facet, value, merlon.AAA(0xff).Names(), func(check *merlon.Check) []string { return check.AAA.Names() })
	}
	return nil, fmt.Errorf("unknown kind %q in the check selection %q: want one of service, framework, stride, cia, aaa, severity", facet, facet+":"+value)
}

// class selects by a class that is known even where no check has it.
func (c *catalogue) class(facet, value string, known []string, of func(*merlon.Check) []string) ([]*merlon.Check, error) {
	if !slices.Contains(known, value) {
		return nil, fmt.Errorf("unknown %s class %q: want one of %s", facet, value, strings.Join(known, ", "))
	}
	return c.where(func(check *merlon.Check) bool { return slices.Contains(of(check), value) }), nil
}

func (c *catalogue) where(keep func(*merlon.Check) bool) []*merlon.Check {
	var found []*merlon.Check
	for _, check := range c.checks {
		if keep(check) {
			found = append(found, check)
		}
	}
	return found
}

func unknownName(kind, name, suggestion string) error {
	if suggestion == "" {
		return fmt.Errorf("unknown %s %q", kind, name)
	}
	return fmt.Errorf("unknown %s %q: %s", kind, name, didYouMean(suggestion))
}

// Override gives the checks with other severities, by id, alias or glob. The
// given checks are not changed. A name that nobody knows is an error.
func Override(checks []*merlon.Check, severities map[string]merlon.Severity) ([]*merlon.Check, error) {
	if len(severities) == 0 {
		return checks, nil
	}
	byCheck, err := newCatalogue(checks).severities(severities)
	if err != nil {
		return nil, err
	}
	out := slices.Clone(checks)
	for i, check := range checks {
		if severity, ok := byCheck[check.ID]; ok {
			changed := *check
			changed.Severity = severity
			out[i] = &changed
		}
	}
	return out, nil
}

// severities resolves the names: globs first, so that a full name wins.
func (c *catalogue) severities(named map[string]merlon.Severity) (map[string]merlon.Severity, error) {
	names := make([]string, 0, len(named))
	for name := range named {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		if isGlob(a) != isGlob(b) {
			if isGlob(a) {
				return -1
			}
			return 1
		}
		return strings.Compare(a, b)
	})
	byID := make(map[string]merlon.Severity)
	for _, name := range names {
		found := c.resolve(name)
		if len(found) == 0 {
			return nil, unknownName("check", name, c.nearest(name))
		}
		for _, check := range found {
			byID[check.ID] = named[name]
		}
	}
	return byID, nil
}
