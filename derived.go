package merlon

import "sync"

// A Derived is something that many checks work out from a resource, such as
// the parsed rules of a security group: worked out once for each resource, at
// the first question, and shared. Compute must not depend on anything but the
// resource and its estate, and its result must not be changed.
type Derived[T any] struct {
	compute func(*Resource) T
}

// Derive makes a Derived of a function. It is meant for package variables.
func Derive[T any](compute func(*Resource) T) *Derived[T] {
	return &Derived[T]{compute: compute}
}

// Of gives what is derived from a resource. It is safe for concurrent use; two
// goroutines that ask at once may both compute, and then share one result.
func (d *Derived[T]) Of(r *Resource) T {
	if v, ok := r.derived.load(d); ok {
		return v.(T)
	}
	return r.derived.store(d, d.compute(r)).(T)
}

// derivations are what has been derived from one resource: a few entries.
type derivations struct {
	mu   sync.Mutex
	list []derivation
}

type derivation struct{ key, value any }

func (l *derivations) load(key any) (any, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for i := range l.list {
		if l.list[i].key == key {
			return l.list[i].value, true
		}
	}
	return nil, false
}

func (l *derivations) store(key, value any) any {
	l.mu.Lock()
	defer l.mu.Unlock()
	for i := range l.list {
		if l.list[i].key == key {
			return l.list[i].value
		}
	}
	l.list = append(l.list, derivation{key, value})
	return value
}
