package secret

import "strings"

// reference reports whether a value is taken from somewhere else: a template,
// a shell or GitHub variable, a CloudFormation dynamic reference, a Terraform
// traversal.
func reference(value string) bool {
	for _, mark := range []string{"${", "%{", "{{", "$(", "⟦"} {
		if strings.Contains(value, mark) {
			return true
		}
	}
	if strings.HasPrefix(value, "$") || strings.HasPrefix(value, "@") || strings.HasPrefix(value, "%") && strings.HasSuffix(value, "%") {
		return true
	}
	for _, root := range []string{"var.", "local.", "data.", "module.", "each.", "path.", "random_", "aws_", "ephemeral.", "self.", "vault:", "ssm:", "secretsmanager:", "os.environ", "process.env", "env."} {
		if strings.HasPrefix(value, root) {
			return true
		}
	}
	return false
}

// placeholder reports whether a value says "put the secret here". A weak
// password such as changeme is none: it works.
func placeholder(value string) bool {
	if strings.HasPrefix(value, "<") && strings.HasSuffix(value, ">") ||
		strings.HasPrefix(value, "[") && strings.HasSuffix(value, "]") ||
		strings.HasPrefix(value, "__") && strings.HasSuffix(value, "__") {
		return true
	}
	if strings.Trim(value, "xX*.-_#? \t•") == "" {
		return true
	}
	v := strings.ToLower(value)
	for _, p := range []string{"your-", "your_", "yourpassword", "insert-", "insert_", "replace-", "replace_", "redacted", "(sensitive", "todo", "placeholder"} {
		if strings.HasPrefix(v, p) {
			return true
		}
	}
	return v == "string" || v == "example" || v == "dummy" || v == "unset" || v == "undefined"
}
