package demand

import (
	"slices"
	"strings"

	"merlon"
	"merlon/internal/secret"
)

// secretAttributes are attributes of resources that are secrets.
var secretAttributes = []string{
	"auth_token", "client_secret", "master_password", "password", "plaintext", "private_key", "private_key_openssh",
	"private_key_pem", "random_password", "secret", "secret_binary", "secret_string", "ses_smtp_password_v4",
}

// CarriesSecret reports whether a link takes over a secret of the resource it
// leads to: what takes it in spells it out, known before apply or not.
func CarriesSecret(ref merlon.Ref) bool {
	switch ref.Target.Type {
	case "random_password":
		return ref.Attribute == "result" || ref.Attribute == "bcrypt_hash"
	case "aws_ssm_parameter":
		return ref.Attribute == "value" && ref.Target.Attr("type").Is("SecureString") == merlon.True
	}
	return slices.Contains(secretAttributes, ref.Attribute)
}

// VariableSecrets names the kinds of secrets in an environment variable, whose
// name tells as much as its value: none where the value is no secret.
func VariableSecrets(name, text string) (rules []string) {
	add := func(assignment string) {
		for _, m := range secret.Find(assignment) {
			if m.Start >= len(name) && !slices.Contains(rules, m.Rule) {
				rules = append(rules, m.Rule)
			}
		}
	}
	add(name + "=" + text)
	if len(rules) == 0 {
		// The value is all of it: quotes and blanks do not end it as they do in
		// running text.
		add(name + `="` + strings.Join(strings.Fields(text), "_") + `"`)
	}
	slices.Sort(rules)
	return rules
}

// NamesSecret reports whether an environment variable is called as secrets
// are: whatever its value turns out to be, it may well be one.
func NamesSecret(name string) bool {
	return name != "" && len(VariableSecrets(name, "b7!xQ4_zR9wK")) > 0
}
