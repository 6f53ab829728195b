package merlon

// Truth is three-valued: what is not known yet is neither true nor false.
type Truth uint8

// The three truths. The zero value is False.
const (
	False Truth = iota
	True
	Unknown
)

// String gives "true", "false" or "unknown".
func (t Truth) String() string {
	switch t {
	case True:
		return "true"
	case Unknown:
		return "unknown"
	default:
		return "false"
	}
}

// TruthOf turns a bool into a Truth.
func TruthOf(b bool) Truth {
	if b {
		return True
	}
	return False
}

// Not is Kleene's negation.
func (t Truth) Not() Truth {
	switch t {
	case True:
		return False
	case False:
		return True
	default:
		return Unknown
	}
}

// And is Kleene's conjunction: False if any is False, else Unknown if any is.
func (t Truth) And(others ...Truth) Truth {
	for _, o := range others {
		switch {
		case t == False || o == False:
			t = False
		case o == Unknown:
			t = Unknown
		}
	}
	return t
}

// Or is Kleene's disjunction: True if any is True, else Unknown if any is.
func (t Truth) Or(others ...Truth) Truth {
	for _, o := range others {
		switch {
		case t == True || o == True:
			t = True
		case o == Unknown:
			t = Unknown
		}
	}
	return t
}
