package lang

import (
	"crypto/md5"
	"crypto/rsa"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/x509"
	"encoding/base64"
	"encoding/hex"
	"encoding/pem"
	"errors"
	"fmt"

	"github.com/google/uuid"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// hashes are the functions that hash a string; each has a sister that hashes a
// file, see [builder.files].
var hashes = map[string]func(data []byte) string{
	"base64sha256": func(d []byte) string { h := sha256.Sum256(d); return base64.StdEncoding.EncodeToString(h[:]) },
	"base64sha512": func(d []byte) string { h := sha512.Sum512(d); return base64.StdEncoding.EncodeToString(h[:]) },
	"md5":          func(d []byte) string { h := md5.Sum(d); return hex.EncodeToString(h[:]) },
	"sha1":         func(d []byte) string { h := sha1.Sum(d); return hex.EncodeToString(h[:]) },
	"sha256":       func(d []byte) string { h := sha256.Sum256(d); return hex.EncodeToString(h[:]) },
	"sha512":       func(d []byte) string { h := sha512.Sum512(d); return hex.EncodeToString(h[:]) },
}

func (b *builder) hashes() {
	for name, sum := range hashes {
		b.guard(name, ofStrings(func(args []string) (string, error) { return sum([]byte(args[0])), nil }, "str"), nil)
	}
	b.plain(map[string]function.Function{
		"bcrypt":     bcryptFunc,
		"rsadecrypt": rsaDecryptFunc,
		"uuid":       unpredictable(),
		"uuidv5":     uuidV5Func,
	})
}

// bcryptFunc is salted, so the result is not known.
var bcryptFunc = function.New(&function.Spec{
	Params:   []function.Parameter{param("str", cty.String)},
	VarParam: new(param("cost", cty.Number)),
	Type: func(args []cty.Value) (cty.Type, error) {
		if len(args) > 2 {
			return cty.NilType, errors.New("bcrypt() takes no more than two arguments")
		}
		return cty.String, nil
	},
	RefineResult: notNull,
	Impl: func([]cty.Value, cty.Type) (cty.Value, error) {
		return cty.UnknownVal(cty.String), nil
	},
})

var uuidV5Func = ofStrings(func(args []string) (string, error) {
	space, ok := map[string]uuid.UUID{
		"dns": uuid.NameSpaceDNS, "oid": uuid.NameSpaceOID, "url": uuid.NameSpaceURL, "x500": uuid.NameSpaceX500,
	}[args[0]]
	if !ok {
		var err error
		if space, err = uuid.Parse(args[0]); err != nil {
			return "", fmt.Errorf("uuidv5() doesn't support namespace %s (%w)", args[0], err)
		}
	}
	return uuid.NewSHA1(space, []byte(args[1])).String(), nil
}, "namespace", "name")

const maxPrivateKey = 16 << 10 // bytes of PEM; RSA takes time with its cube

// rsaDecryptFunc decrypts with a private key in PEM. A key in OpenSSH's own
// form is not read: the result is unknown.
var rsaDecryptFunc = define(cty.String, func(args []cty.Value) (cty.Value, error) {
	data, err := base64.StdEncoding.DecodeString(args[0].AsString())
	if err != nil {
		return cty.NilVal, function.NewArgErrorf(0, "failed to decode input: cipher text must be base64-encoded")
	}
	text := args[1].AsString()
	if len(text) > maxPrivateKey {
		return cty.NilVal, &LimitError{Func: "rsadecrypt", What: "private key", Max: maxPrivateKey}
	}
	block, _ := pem.Decode([]byte(text))
	if block == nil {
		return cty.NilVal, function.NewArgErrorf(1, "invalid private key: no key found")
	}
	var key any
	switch block.Type {
	case "RSA PRIVATE KEY":
		key, err = x509.ParsePKCS1PrivateKey(block.Bytes)
	case "PRIVATE KEY":
		key, err = x509.ParsePKCS8PrivateKey(block.Bytes)
	case "OPENSSH PRIVATE KEY":
		return cty.UnknownVal(cty.String), nil
	default:
		err = errors.New("unsupported key type")
	}
	if err != nil {
		return cty.NilVal, function.NewArgErrorf(1, "invalid private key: %s", err)
	}
	private, ok := key.(*rsa.PrivateKey)
	if !ok {
		return cty.NilVal, function.NewArgErrorf(1, "invalid private key type %T", key)
	}
	out, err := rsa.DecryptPKCS1v15(nil, private, data)
	if err != nil {
		return cty.NilVal, fmt.Errorf("failed to decrypt: %w", err)
	}
	return cty.StringVal(string(out)), nil
}, param("ciphertext", cty.String), param("privatekey", cty.String))
