package datasource

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"fmt"
	"hash/crc32"
	"io"
	"mime/multipart"
	"net/textproto"
	"strconv"
	"unicode/utf8"

	"github.com/zclconf/go-cty/cty"
)

// maxUserData bounds the parts of a configuration; EC2 takes 16 KiB.
const maxUserData = 4 << 20

// cloudInit renders cloudinit_config and its forerunner
// template_cloudinit_config. It leaves the text unknown if a part is.
func cloudInit(a args, _ Context) map[string]cty.Value {
	zip, known1 := a.flag("gzip", true)
	encode, known2 := a.flag("base64_encode", true)
	boundary, known3 := a.text("boundary")
	parts, known4 := a.list("part")
	out := make(map[string]cty.Value)
	if known3 && boundary == "" && !a.isSet("boundary") {
		boundary = "MIMEBOUNDARY"
		out["boundary"] = cty.StringVal(boundary)
	}
	if !known1 || !known2 || !known3 || !known4 || zip && !encode {
		return out
	}
	var buf bytes.Buffer
	if err := renderCloudInit(&buf, boundary, parts, zip); err != nil {
		return out
	}
	text := buf.String()
	if encode {
		text = base64.StdEncoding.EncodeToString(buf.Bytes())
	} else if !utf8.ValidString(text) {
		return out
	}
	out["rendered"] = cty.StringVal(text)
	out["id"] = cty.StringVal(strconv.Itoa(int(crc32.ChecksumIEEE([]byte(text)))))
	return out
}

func renderCloudInit(w io.Writer, boundary string, parts []cty.Value, zip bool) error {
	if !zip {
		return renderParts(w, boundary, parts)
	}
	gz := gzip.NewWriter(w)
	if err := renderParts(gz, boundary, parts); err != nil {
		return err
	}
	return gz.Close()
}

// renderParts writes the parts as a MIME document. The first line ends without
// a carriage return, as the provider's does.
func renderParts(w io.Writer, boundary string, parts []cty.Value) error {
	mime := multipart.NewWriter(w)
	if err := mime.SetBoundary(boundary); err != nil {
		return err
	}
	if _, err := fmt.Fprintf(w, "Content-Type: multipart/mixed; boundary=\"%s\"\nMIME-Version: 1.0\r\n\r\n", boundary); err != nil {
		return err
	}
	size := 0
	for _, part := range parts {
		p := args{part}
		content, known1 := p.text("content")
		kind, known2 := p.text("content_type")
		name, known3 := p.text("filename")
		merge, known4 := p.text("merge_type")
		if !known1 || !known2 || !known3 || !known4 {
			return ErrUnknown
		}
		if size += len(content); size > maxUserData {
			return fmt.Errorf("the parts are larger than %d bytes", maxUserData)
		}
		if kind == "" {
			kind = "text/plain"
		}
		header := textproto.MIMEHeader{}
		header.Set("Content-Type", kind)
		header.Set("MIME-Version", "1.0")
		header.Set("Content-Transfer-Encoding", "7bit")
		if name != "" {
			header.Set("Content-Disposition", fmt.Sprintf(`attachment; filename="%s"`, name))
		}
		if merge != "" {
			header.Set("X-Merge-Type", merge)
		}
		body, err := mime.CreatePart(header)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(body, content); err != nil {
			return err
		}
	}
	return mime.Close()
}

// nullDataSource hands its inputs on.
func nullDataSource(a args, _ Context) map[string]cty.Value {
	out := make(map[string]cty.Value)
	if inputs := a.get("inputs"); inputs.IsKnown() && inputs.IsNull() {
		out["outputs"] = cty.NullVal(cty.Map(cty.String))
	} else {
		out["outputs"] = inputs
	}
	if !a.isSet("has_computed_default") {
		out["has_computed_default"] = cty.StringVal("default")
	}
	return out
}
