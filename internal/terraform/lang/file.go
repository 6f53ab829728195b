package lang

import (
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

func (b *builder) files() {
	b.plain(map[string]function.Function{
		"abspath": absPathFunc,
		"basename": ofStrings(func(args []string) (string, error) {
			return filepath.Base(args[0]), nil
		}, "path"),
		"dirname": ofStrings(func(args []string) (string, error) {
			return filepath.Dir(args[0]), nil
		}, "path"),
		"pathexpand": pathExpandFunc,
	})
	b.guard("file", b.fileFunc(func(p string, data []byte) (string, error) {
		if !utf8.Valid(data) {
			return "", fmt.Errorf("contents of %s are not valid UTF-8; use the filebase64 function to obtain the Base64 encoded contents or the other file functions (e.g. filemd5, filesha256) to obtain file hashing results instead", p)
		}
		return string(data), nil
	}), nil)
	b.guard("filebase64", b.fileFunc(func(_ string, data []byte) (string, error) {
		return base64.StdEncoding.EncodeToString(data), nil
	}), nil)
	for name, sum := range hashes {
		b.guard("file"+name, b.fileFunc(func(_ string, data []byte) (string, error) { return sum(data), nil }), nil)
	}
	b.guard("fileexists", b.fileExistsFunc(), nil)
	b.guard("fileset", b.fileSetFunc(), nil)
}

// elsewhere reports whether a path lies in somebody's home directory, which
// is not the configuration's business.
func elsewhere(p string) bool { return p == "~" || strings.HasPrefix(p, "~/") }

func (b *builder) fileFunc(use func(path string, data []byte) (string, error)) function.Function {
	return define(cty.String, func(args []cty.Value) (cty.Value, error) {
		p := args[0].AsString()
		if b.env.Files == nil || elsewhere(p) {
			return cty.UnknownVal(cty.String), nil
		}
		data, err := b.env.Files.ReadFile(p)
		if errors.Is(err, fs.ErrNotExist) {
			return cty.NilVal, function.NewArgErrorf(0, "no file exists at %q; this function works only with files that are distributed as part of the configuration source code", p)
		}
		if err != nil {
			return cty.NilVal, err
		}
		s, err := use(p, data)
		if err != nil {
			return cty.NilVal, err
		}
		return cty.StringVal(s), nil
	}, param("path", cty.String))
}

func (b *builder) fileExistsFunc() function.Function {
	return define(cty.Bool, func(args []cty.Value) (cty.Value, error) {
		p := args[0].AsString()
		if b.env.Files == nil || elsewhere(p) {
			return cty.UnknownVal(cty.Bool), nil
		}
		ok, err := b.env.Files.Exists(p)
		if errors.Is(err, fs.ErrNotExist) {
			return cty.False, nil
		}
		if err != nil {
			return cty.NilVal, err
		}
		return cty.BoolVal(ok), nil
	}, param("path", cty.String))
}

func (b *builder) fileSetFunc() function.Function {
	l := limits{name: "fileset", elements: b.env.MaxElements}
	return define(cty.Set(cty.String), func(args []cty.Value) (cty.Value, error) {
		base, pattern := args[0].AsString(), args[1].AsString()
		if b.env.Files == nil {
			return cty.UnknownVal(cty.Set(cty.String)), nil
		}
		names, err := b.env.Files.Glob(base, pattern)
		if errors.Is(err, fs.ErrNotExist) {
			return cty.SetValEmpty(cty.String), nil
		}
		if err != nil {
			return cty.NilVal, err
		}
		if err := l.countAtMost(len(names)); err != nil {
			return cty.NilVal, err
		}
		if len(names) == 0 {
			return cty.SetValEmpty(cty.String), nil
		}
		vals := make([]cty.Value, len(names))
		for i, name := range names {
			vals[i] = cty.StringVal(name)
		}
		return cty.SetVal(vals), nil
	}, param("path", cty.String), param("pattern", cty.String))
}

// absPathFunc does not say where the configuration lies on this machine: a
// relative path becomes unknown.
var absPathFunc = define(cty.String, func(args []cty.Value) (cty.Value, error) {
	if p := args[0].AsString(); path.IsAbs(p) {
		return cty.StringVal(path.Clean(p)), nil
	}
	return cty.UnknownVal(cty.String), nil
}, param("path", cty.String))

// pathExpandFunc does not say where the home directory is: it becomes unknown.
var pathExpandFunc = define(cty.String, func(args []cty.Value) (cty.Value, error) {
	p := args[0].AsString()
	switch {
	case elsewhere(p):
		return cty.UnknownVal(cty.String), nil
	case strings.HasPrefix(p, "~"):
		return cty.NilVal, errors.New("cannot expand user-specific home dir")
	}
	return cty.StringVal(p), nil
}, param("path", cty.String))
