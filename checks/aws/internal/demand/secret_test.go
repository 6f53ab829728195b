package demand

import (
	"testing"

	"merlon/internal/checktest"
)

func TestCarriesSecret(t *testing.T) {
	e := checktest.Load(t, `
resource "random_password" "p" { length = 20 }
resource "aws_ssm_parameter" "secure" { type = "SecureString" }
resource "aws_ssm_parameter" "plain" { type = "String" }
data "aws_secretsmanager_secret_version" "s" { secret_id = "s" }
resource "aws_secretsmanager_secret" "s" { name = "s" }
resource "terraform_data" "result" { input = random_password.p.result }
resource "terraform_data" "length" { input = random_password.p.length }
resource "terraform_data" "secure" { input = aws_ssm_parameter.secure.value }
resource "terraform_data" "plain" { input = aws_ssm_parameter.plain.value }
resource "terraform_data" "version" { input = jsondecode(data.aws_secretsmanager_secret_version.s.secret_string)["password"] }
resource "terraform_data" "arn" { input = aws_secretsmanager_secret.s.arn }
`)
	for name, want := range map[string]bool{"result": true, "length": false, "secure": true, "plain": false, "version": true, "arn": false} {
		got := false
		for _, ref := range e.ByAddress("terraform_data." + name).Attr("input").Refs() {
			got = got || CarriesSecret(ref)
		}
		if got != want {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
}

func TestVariableSecrets(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"DB_PASSWORD", "hunter2", true},
		{"DB_PASSWORD", `a"b7!xQ4_zR9wK`, true},
		{"DB_PASSWORD", "correct horse battery staple", true},
		{"DATABASE_URL", "postgres://app:p4ssw0rdXy@db/app", true},
		{"KEY", "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7bq9Yx\nabc\n-----END RSA PRIVATE KEY-----", true},
		{"DB_PASSWORD", "", false},
		{"DB_PASSWORD", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-abcdef", false},
		{"DB_PASSWORD", "/app/db/password", false},
		{"LOG_LEVEL", "info", false},
	} {
		if got := VariableSecrets(c.name, c.text); len(got) > 0 != c.want {
			t.Errorf("%s=%s: got %v, want %v", c.name, c.text, got, c.want)
		}
	}
	for name, want := range map[string]bool{"DB_PASSWORD": true, "API_TOKEN": true, "LOG_LEVEL": false, "": false} {
		if got := NamesSecret(name); got != want {
			t.Errorf("NamesSecret(%q): got %v, want %v", name, got, want)
		}
	}
}
