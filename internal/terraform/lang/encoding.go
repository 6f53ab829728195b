package lang

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/ianaindex"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

func (b *builder) encodings() {
	for name, fn := range map[string]function.Function{
		"base64decode":     base64DecodeFunc,
		"base64encode":     base64EncodeFunc,
		"base64gzip":       base64GzipFunc,
		"textdecodebase64": textDecodeFunc,
		"textencodebase64": textEncodeFunc,
		"urldecode":        urlDecodeFunc,
		"urlencode":        urlEncodeFunc,
		"base64gunzip":     b.gunzipFunc(),
	} {
		b.guard(name, fn, nil)
	}
}

var base64EncodeFunc = ofStrings(func(args []string) (string, error) {
	return base64.StdEncoding.EncodeToString([]byte(args[0])), nil
}, "str")

var base64DecodeFunc = ofStrings(func(args []string) (string, error) {
	data, err := base64.StdEncoding.DecodeString(args[0])
	if err != nil {
		return "", errors.New("failed to decode base64 data")
	}
	return utf8Text(data)
}, "str")

// utf8Text is the data as a string of the language, which cannot hold other
// bytes than UTF-8.
func utf8Text(data []byte) (string, error) {
	if !utf8.Valid(data) {
		return "", errors.New("the result of decoding the provided string is not valid UTF-8")
	}
	return string(data), nil
}

// base64GzipFunc compresses as Terraform does, with a flush before the end,
// so that the result is the same to the byte.
var base64GzipFunc = ofStrings(func(args []string) (string, error) {
	var buf bytes.Buffer
	gz := gzip.NewWriter(&buf)
	if _, err := io.WriteString(gz, args[0]); err != nil {
		return "", err
	}
	if err := errors.Join(gz.Flush(), gz.Close()); err != nil {
		return "", err
	}
	return base64.StdEncoding.EncodeToString(buf.Bytes()), nil
}, "str")

// gunzipFunc is OpenTofu's base64gunzip, bounded: a short text can hold a very
// long one.
func (b *builder) gunzipFunc() function.Function {
	l := limits{name: "base64gunzip", bytes: b.env.MaxBytes}
	return ofStrings(func(args []string) (string, error) {
		data, err := base64.StdEncoding.DecodeString(args[0])
		if err != nil {
			return "", errors.New("failed to decode base64 data")
		}
		gz, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			return "", fmt.Errorf("failed to gunzip bytes: %w", err)
		}
		out, err := io.ReadAll(io.LimitReader(gz, int64(l.bytes)+1))
		if err != nil {
			return "", fmt.Errorf("failed to read gunzip raw data: %w", err)
		}
		if err := l.atMost(len(out)); err != nil {
			return "", err
		}
		return utf8Text(out)
	}, "str")
}

var urlEncodeFunc = ofStrings(func(args []string) (string, error) {
	return url.QueryEscape(args[0]), nil
}, "str")

// urlDecodeFunc is OpenTofu's inverse of urlencode.
var urlDecodeFunc = ofStrings(func(args []string) (string, error) {
	s, err := url.QueryUnescape(args[0])
	if err != nil {
		return "", fmt.Errorf("failed to decode URL: %w", err)
	}
	return utf8Text([]byte(s))
}, "str")

var textEncodeFunc = ofStrings(func(args []string) (string, error) {
	enc, name, err := ianaEncoding(args[1])
	if err != nil {
		return "", err
	}
	data, err := enc.NewEncoder().Bytes([]byte(args[0]))
	if err != nil {
		return "", function.NewArgErrorf(0, "the given string contains characters that cannot be represented in %s", name)
	}
	return base64.StdEncoding.EncodeToString(data), nil
}, "string", "encoding")

var textDecodeFunc = ofStrings(func(args []string) (string, error) {
	enc, name, err := ianaEncoding(args[1])
	if err != nil {
		return "", err
	}
	data, err := base64.StdEncoding.DecodeString(args[0])
	if err != nil {
		if at, ok := errors.AsType[base64.CorruptInputError](err); ok {
			return "", function.NewArgErrorf(0, "the given value is has an invalid base64 symbol at offset %d", int(at))
		}
		return "", function.NewArgErrorf(0, "invalid source string: %s", err)
	}
	s, err := enc.NewDecoder().String(string(data))
	if err != nil || strings.ContainsRune(s, utf8.RuneError) {
		return "", function.NewArgErrorf(0, "the given string contains symbols that are not defined for %s", name)
	}
	return s, nil
}, "source", "encoding")

func ianaEncoding(name string) (encoding.Encoding, string, error) {
	enc, err := ianaindex.IANA.Encoding(name)
	if err != nil || enc == nil {
		return nil, "", function.NewArgErrorf(1, "%q is not a supported IANA encoding name or alias", name)
	}
	if full, err := ianaindex.IANA.Name(enc); err == nil {
		name = full
	}
	return enc, name, nil
}

// unpredictable is a function whose result is known at apply time only. It is
// never null.
func unpredictable(params ...function.Parameter) function.Function {
	return define(cty.String, func([]cty.Value) (cty.Value, error) {
		return cty.UnknownVal(cty.String), nil
	}, params...)
}
