// Package lang holds the functions of the Terraform language, and those that
// OpenTofu adds, as cty functions that are safe to call on hostile input.
//
// The meaning of a function is Terraform's own, except where merlon must not or
// cannot know the answer: what differs from run to run (timestamp, uuid,
// bcrypt) or from machine to machine (abspath, pathexpand) is unknown. Every
// function is bounded: it refuses with a [LimitError], before it allocates, to
// build more than its [Env] allows.
//
// Functions that need expressions or marks (try, can, templatefile,
// templatestring, sensitive, nonsensitive, issensitive, ephemeralasnull, type)
// are the evaluator's own and are not here.
package lang

import (
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

// Files gives the file functions what they read. An implementation confines
// them to the project and bounds what it reads. Paths are as written in the
// configuration, and never start with "~".
//
// An error that wraps [io/fs.ErrNotExist] means that there is no such file.
// Any other error reaches the caller of the function unchanged, so that it can
// be told apart with [errors.As].
type Files interface {
	// ReadFile reads one file.
	ReadFile(path string) ([]byte, error)
	// Glob lists the regular files below base that match a pattern with "*",
	// "**", "?", "[...]" and "{a,b}", relative to base and with "/" between
	// the parts.
	Glob(base, pattern string) ([]string, error)
	// Exists reports whether a path names a regular file. It is an error for
	// the path to name something else.
	Exists(path string) (bool, error)
}

// Defaults of [Env].
const (
	DefaultMaxBytes    = 4 << 20
	DefaultMaxElements = 100_000
)

// Env is what the functions of one configuration depend on.
type Env struct {
	// Files is read by the file functions. Without it they answer unknown.
	Files Files
	// MaxBytes bounds the size of a string that a function makes; 0 means
	// [DefaultMaxBytes].
	MaxBytes int
	// MaxElements bounds the number of elements of a collection that a
	// function makes; 0 means [DefaultMaxElements].
	MaxElements int
}

// Functions are all functions of the language by their bare name; the caller
// offers them under "core::" as well. The functions keep no state and may be
// called from many goroutines.
func Functions(env Env) map[string]function.Function {
	if env.MaxBytes <= 0 {
		env.MaxBytes = DefaultMaxBytes
	}
	if env.MaxElements <= 0 {
		env.MaxElements = DefaultMaxElements
	}
	b := &builder{env: env, funcs: make(map[string]function.Function, 128)}
	b.numbers()
	b.strings()
	b.regexes()
	b.collections()
	b.sets()
	b.conversions()
	b.encodings()
	b.documents()
	b.hashes()
	b.networks()
	b.times()
	b.files()
	return b.funcs
}

// builder collects the functions of one environment.
type builder struct {
	env   Env
	funcs map[string]function.Function
}

// plain adds functions whose result cannot outgrow their arguments.
func (b *builder) plain(funcs map[string]function.Function) {
	for name, fn := range funcs {
		b.guard(name, fn, nil)
	}
}

func (b *builder) numbers() {
	b.plain(map[string]function.Function{
		"abs":    stdlib.AbsoluteFunc,
		"ceil":   stdlib.CeilFunc,
		"floor":  stdlib.FloorFunc,
		"log":    stdlib.LogFunc,
		"max":    stdlib.MaxFunc,
		"min":    stdlib.MinFunc,
		"pow":    stdlib.PowFunc,
		"signum": stdlib.SignumFunc,
	})
	b.guard("parseint", stdlib.ParseIntFunc, limitParseInt)
	b.guard("range", stdlib.RangeFunc, nil)
	b.guard("sum", sumFunc, limitArgs)
}
