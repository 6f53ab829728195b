package demand

import "merlon"

// InSeveralZones makes a check that demands a second instance, in another zone,
// of clusters whose instances are resources of their own. A cluster of which
// the code shows no instance is not judged: somebody else makes them.
func InSeveralZones(c merlon.Check, cluster, instance string, when func(merlon.Value) merlon.Truth) *merlon.Check {
	c.Targets = []string{cluster}
	c.Run = func(pass *merlon.Pass, r *merlon.Resource) {
		applies := when(r.Whole())
		instances := pass.Companions(r, instance, "cluster_identifier")
		if applies == merlon.False || len(instances.List) == 0 {
			return
		}
		holds := spread(instances).Or(applies.Not())
		if f := pass.Require(holds, r, "cluster %q has instances in one availability zone only", r.Name); f != nil {
			f.About(instances.List...)
		}
	}
	return &c
}

// spread asks whether instances stand in more than one zone. AWS chooses
// different ones where the code names none.
func spread(instances merlon.Companions) merlon.Truth {
	holds := merlon.TruthOf(len(instances.Maybe) > 0).And(merlon.Unknown)
	var first merlon.Value
	for i, instance := range instances.List {
		if instance.Partial {
			holds = holds.Or(merlon.Unknown) // there may be any number
		}
		zone := instance.Attr("availability_zone")
		if i == 0 {
			first = zone
			continue
		}
		a, known := first.Text()
		b, same := zone.Text()
		holds = holds.Or(merlon.TruthOf(!known || !same || a != b))
	}
	return holds
}
