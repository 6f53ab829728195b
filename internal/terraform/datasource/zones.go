package datasource

import (
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"merlon/internal/awsfacts"
)

// availabilityZones answers with the zones that every account has in a region.
// An account that has opted in to Local Zones gets those as well, unless it
// filters; that is not known here, and few do. The ids are left out: AWS maps
// names to ids for each account.
func availabilityZones(a args, ctx Context) map[string]cty.Value {
	out := texts("id", ctx.Region)
	zones := slices.Clone(awsfacts.Zones(ctx.Region))
	if all, known := a.flag("all_availability_zones", false); !known || all && !filtersLocalZones(a) {
		return out
	}
	if state, known := a.text("state"); !known || state != "" && state != "available" {
		return out
	}
	if ids, known := a.texts("exclude_zone_ids"); !known || len(ids) > 0 {
		return out
	}
	excluded, known := a.texts("exclude_names")
	if !known || len(zones) == 0 {
		return out
	}
	zones = slices.DeleteFunc(zones, func(z string) bool { return slices.Contains(excluded, z) })
	filters, known := a.list("filter")
	if !known {
		return out
	}
	for _, f := range filters {
		if zones, known = filterZones(zones, args{f}, ctx.Region); !known {
			return out
		}
	}
	names := make([]cty.Value, len(zones))
	for i, z := range zones {
		names[i] = cty.StringVal(z)
	}
	if len(names) == 0 {
		out["names"] = cty.ListValEmpty(cty.String)
	} else {
		out["names"] = cty.ListVal(names)
	}
	return out
}

// filterZones applies one filter to ordinary zones. It is false for a filter
// that depends on more than is public.
func filterZones(zones []string, filter args, region string) ([]string, bool) {
	name, known := filter.text("name")
	values, knownValues := filter.texts("values")
	if !known || !knownValues || slices.ContainsFunc(values, func(v string) bool { return strings.ContainsAny(v, "*?") }) {
		return nil, false
	}
	if name == "zone-name" {
		return slices.DeleteFunc(zones, func(z string) bool { return !slices.Contains(values, z) }), true
	}
	all, ok := map[string]string{
		"opt-in-status": "opt-in-not-required",
		"region-name":   region,
		"state":         "available",
		"zone-type":     "availability-zone",
	}[name]
	switch {
	case !ok:
		return nil, false
	case slices.Contains(values, all) && len(values) == 1:
		return zones, true
	case slices.Contains(values, all) && (name == "state" || name == "opt-in-status" && !slices.Contains(values, "opted-in")):
		return zones, true
	}
	return nil, false
}

// filtersLocalZones reports whether filters leave ordinary zones only.
func filtersLocalZones(a args) bool {
	filters, _ := a.list("filter")
	for _, f := range filters {
		name, _ := args{f}.text("name")
		values, known := args{f}.texts("values")
		if known && len(values) == 1 && (name == "opt-in-status" && values[0] == "opt-in-not-required" || name == "zone-type" && values[0] == "availability-zone") {
			return true
		}
	}
	return false
}

// availabilityZone answers for an ordinary zone that is asked for by its name.
func availabilityZone(a args, ctx Context) map[string]cty.Value {
	name, known := a.text("name")
	if !known || name == "" || !slices.Contains(awsfacts.Zones(ctx.Region), name) {
		return nil
	}
	out := texts("id", name, "name", name, "region", ctx.Region, "name_suffix", strings.TrimPrefix(name, ctx.Region),
		"network_border_group", ctx.Region, "opt_in_status", "opt-in-not-required", "zone_type", "availability-zone")
	out["parent_zone_id"] = cty.StringVal("")
	out["parent_zone_name"] = cty.StringVal("")
	return out
}
