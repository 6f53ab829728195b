package cel

import (
	"fmt"
	"strings"

	celgo "cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"

	"merlon/internal/config"
)

// A template is a message with expressions in it.
type template struct {
	format string // for fmt, with a %s for each part
	parts  []celgo.Program
}

// parseTemplate reads a message: {expression} stands for a value, {{ and }}
// for braces.
func parseTemplate(e config.Expression, withItem bool) (template, error) {
	var t template
	var format strings.Builder
	rest := e.Text
	for rest != "" {
		i := strings.IndexAny(rest, "{}")
		if i < 0 {
			i = len(rest)
		}
		format.WriteString(strings.ReplaceAll(rest[:i], "%", "%%"))
		rest = rest[i:]
		if rest == "" {
			break
		}
		if len(rest) > 1 && rest[1] == rest[0] {
			format.WriteByte(rest[0])
			rest = rest[2:]
			continue
		}
		end := strings.IndexByte(rest, '}')
		if rest[0] == '}' || end < 0 {
			return t, &config.Error{
				File: e.Range.File, Line: int(e.Range.Start.Line), Column: int(e.Range.Start.Column),
				Message: "the message has a brace that is not closed: write {{ or }} for a brace",
			}
		}
		p, _, err := program(config.Expression{Text: rest[1:end], Range: e.Range}, withItem)
		if err != nil {
			return t, err
		}
		t.parts = append(t.parts, p)
		format.WriteString("%s")
		rest = rest[end+1:]
	}
	t.format = format.String()
	return t, nil
}

func (t template) render(vars map[string]any) (format string, args []any, err error) {
	for _, p := range t.parts {
		out, _, err := p.Eval(vars)
		if err != nil {
			return "", nil, err
		}
		if types.IsUnknown(out) {
			args = append(args, "(known after apply)")
			continue
		}
		s, ok := out.ConvertToType(types.StringType).(types.String)
		if !ok {
			return "", nil, fmt.Errorf("%s has no text", out.Type().TypeName())
		}
		args = append(args, string(s))
	}
	return t.format, args, nil
}
