package secret

import (
	"encoding/base64"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// join keeps made-up credentials out of this file as whole strings, so that
// push protection has nothing to say about the repository.
func join(parts ...string) string { return strings.Join(parts, "") }

const (
	exampleID  = "AKIAIOSFODNN7EXAMPLE"
	exampleKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
)

var a36 = strings.Repeat("a1B2c3", 6)

func TestFind(t *testing.T) {
	pem := "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA1x\nyz0123456789\n-----END RSA PRIVATE KEY-----"
	for _, c := range []struct {
		name, text string
		rule       string
		secret     string
	}{
		{"documentation's id", "id = \"" + exampleID + "\"", "aws-access-key-id", exampleID},
		{"session id", "ASIAIOSFODNN7EXAMPLE", "aws-access-key-id", "ASIAIOSFODNN7EXAMPLE"},
		{"documentation's key", `aws_secret_access_key = "` + exampleKey + `"`, "aws-secret-access-key", exampleKey},
		{"key in the shell", "export AWS_SECRET_ACCESS_KEY=" + exampleKey + "\n", "aws-secret-access-key", exampleKey},
		{"key of a provider", `secret_key = "` + exampleKey + `"`, "aws-secret-access-key", exampleKey},
		{"key in JSON in a string", `{\"SecretAccessKey\": \"` + exampleKey + `\"}`, "aws-secret-access-key", exampleKey},
		{"github", "x " + join("ghp", "_", a36), "github-token", join("ghp", "_", a36)},
		{"gitlab", join("glpat", "-", a36[:20]), "gitlab-token", join("glpat", "-", a36[:20])},
		{"slack", join("xoxb", "-123456789012-", a36), "slack-token", join("xoxb", "-123456789012-", a36)},
		{"slack webhook", "https://hooks.slack.com/services/T00000000/B00000000/" + a36[:24], "slack-webhook", "T00000000/B00000000/" + a36[:24]},
		{"stripe", join("sk", "_live_", a36[:24]), "stripe-key", join("sk", "_live_", a36[:24])},
		{"google", join("AIza", a36[:35]), "google-api-key", join("AIza", a36[:35])},
		{"azure storage", "DefaultEndpointsProtocol=https;AccountKey=" + strings.Repeat("aB3/", 21) + "ab==;", "azure-storage-key", strings.Repeat("aB3/", 21) + "ab=="},
		{"npm", join("npm", "_", a36), "npm-token", join("npm", "_", a36)},
		{"pypi", join("pypi-", "AgEIcHlwaS5vcmc", a36, a36), "pypi-token", join("pypi-", "AgEIcHlwaS5vcmc", a36, a36)},
		{"sendgrid", join("SG.", a36[:22], ".", a36, "aaaaaaa"), "sendgrid-key", join("SG.", a36[:22], ".", a36, "aaaaaaa")},
		{"twilio", join("SK", strings.Repeat("0a", 16)), "twilio-key", join("SK", strings.Repeat("0a", 16))},
		{"jwt", join("eyJhbGciOiJIUzI1NiJ9", ".eyJzdWIiOiIxMjM0In0.", a36), "jwt", join("eyJhbGciOiJIUzI1NiJ9", ".eyJzdWIiOiIxMjM0In0.", a36)},
		{"connection string", "postgres://app:hunter2@db.internal:5432/shop", "password-in-url", "hunter2"},
		{"basic auth", "curl https://bob:s3cret@example.com/x", "password-in-url", "s3cret"},
		{"redis without a user", "redis://:p4ss@cache:6379", "password-in-url", "p4ss"},
		{"private key", pem, "private-key", "\nMIIEpAIBAAKCAQEA1x\nyz0123456789\n"},
		{"hcl", `password = "changeme"`, "assigned-secret", "changeme"},
		{"hcl with a longer name", `master_user_password = "Sup3r"`, "assigned-secret", "Sup3r"},
		{"json", `{"db_password": "tiger"}`, "assigned-secret", "tiger"},
		{"json in a string", `"{\"password\":\"tiger\"}"`, "assigned-secret", "tiger"},
		{"shell", "export DB_PASSWORD=tiger42\n", "assigned-secret", "tiger42"},
		{"yaml", "api_key: abc123def\n", "assigned-secret", "abc123def"},
		{"single quotes", "API_TOKEN='abc'", "assigned-secret", "abc"},
		{"url of a database with a name", `DATABASE_URL="mysql://root:root1@localhost/x"`, "password-in-url", "root1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := Find(c.text)
			if len(found) != 1 {
				t.Fatalf("got %d matches %+v, want 1", len(found), found)
			}
			m := found[0]
			if got := c.text[m.Start:m.End]; m.Rule != c.rule || got != c.secret {
				t.Errorf("got %s %q, want %s %q", m.Rule, got, c.rule, c.secret)
			}
		})
	}
}

func TestFindNothing(t *testing.T) {
	for _, text := range []string{
		"",
		`password = var.password`,
		`password = "${var.password}"`,
		`password = "{{resolve:secretsmanager:db}}"`,
		`password = "<password>"`,
		`password = "xxxx"`,
		`password = "********"`,
		`password = ""`,
		`password = aws_secretsmanager_secret_version.db.secret_string`,
		`password = random_password.db.result`,
		`secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:db"`,
		`secret_name = "prod/db"`,
		`token_ttl = "3600"`,
		`manage_master_user_password = true`,
		`creation_token = "my-product"`,
		`"arn:aws:secretsmanager:${var.region}:123456789012:secret:prod/db-a1B2c3"`,
		`actions = ["secretsmanager:GetSecretValue", "codeartifact:GetAuthorizationToken"]`,
		`password_length = "16"`,
		`DB_PASSWORD=$(aws secretsmanager get-secret-value)`,
		`DB_PASSWORD=${PASSWORD}`,
		`export TOKEN=$TOKEN`,
		`require_password = "yes"`,
		`metadata_options { http_tokens = "required" }`,
		`resource "aws_secretsmanager_secret" "token" {`,
		`description = "The password: it is kept in Secrets Manager"`,
		`https://example.com:8080/path@x`,
		`git@github.com:org/repo.git`,
		`https://${var.user}:${var.password}@host`,
		"AROAIOSFODNN7EXAMPLE is a role's id",
		"commit 2fd4e1c67a2d28fced849ee1bb76e7391b93eb12",
		`bucket "logs" has no public access block`,
		`-----BEGIN PUBLIC KEY-----` + "\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A\n" + `-----END PUBLIC KEY-----`,
	} {
		if found := Find(text); len(found) > 0 {
			m := found[0]
			t.Errorf("Find(%q) = %s %q, want nothing", text, m.Rule, text[m.Start:m.End])
		}
		if got := Redact(text); got != text {
			t.Errorf("Redact(%q) = %q, want it as it is", text, got)
		}
	}
}

func TestRedact(t *testing.T) {
	got := Redact("user_data = \"export PASSWORD=hunter22 ID=" + exampleID + "\"\n# hunter22 again\nname = \"x\"\n")
	want := "user_data = \"export PASSWORD=•••• ID=••••\"\n# •••• again\nname = \"x\"\n"
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

func TestRedactKeepsLines(t *testing.T) {
	text := "a\n-----BEGIN PRIVATE KEY-----\nMIIEpAIBAAKCAQEA1x\nyz0123456789\n-----END PRIVATE KEY-----\nb"
	got := Redact(text)
	if strings.Count(got, "\n") != strings.Count(text, "\n") || strings.Contains(got, "MIIE") || !strings.HasSuffix(got, "\nb") {
		t.Errorf("got %q, want the key hidden and every line kept", got)
	}
}

func TestRedactTooLong(t *testing.T) {
	text := strings.Repeat("x", MaxText) + exampleID
	got := Redact(text)
	if strings.Contains(got, exampleID) || !strings.HasSuffix(got, Mask) {
		t.Error("what was not searched was shown")
	}
}

func TestFindEncoded(t *testing.T) {
	script := "#!/bin/sh\nexport AWS_ACCESS_KEY_ID=" + exampleID + "\n"
	for _, text := range []string{script, base64.StdEncoding.EncodeToString([]byte(script)), base64.RawStdEncoding.EncodeToString([]byte(script))} {
		found, in := FindEncoded(text)
		if len(found) != 1 || in[found[0].Start:found[0].End] != exampleID {
			t.Errorf("FindEncoded(%q) = %+v, want the key", text, found)
		}
	}
	if found, _ := FindEncoded("aGVsbG8gd29ybGQ="); len(found) > 0 {
		t.Errorf("got %+v in a greeting, want nothing", found)
	}
}

func FuzzRedact(f *testing.F) {
	for _, s := range []string{
		"password = \"hunter22\"", "postgres://a:b@c hunter", exampleID + exampleID, "PASSWORD=a1b2c3 a1b2c3",
		"-----BEGIN PRIVATE KEY-----\nMIIEpAIBAAKCAQEA1xyz\n", `{"token":"\"abc"}`, "secret=••••", "pwd: x9x9\npwd=\"\\\"\"",
		"token = 'a' token='token=\"b\"'", "https://a:password=\"x\"@b",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		found := Find(text)
		last := 0
		for _, m := range found {
			if m.Start < last || m.End <= m.Start || m.End > len(text) {
				t.Fatalf("match %+v is out of place in %q", m, text)
			}
			last = m.End
		}
		got := Redact(text)
		if len(found) == 0 && got != text {
			t.Fatalf("Redact(%q) = %q, but nothing was found", text, got)
		}
		if again := Redact(got); again != got {
			t.Fatalf("Redact is not idempotent: %q, then %q", got, again)
		}
		for _, m := range found {
			if s := text[m.Start:m.End]; len(s) >= everywhere && strings.Contains(got, s) {
				t.Fatalf("Redact(%q) = %q still has %q", text, got, s)
			}
		}
	})
}

func FuzzFindEncoded(f *testing.F) {
	f.Add(base64.StdEncoding.EncodeToString([]byte("password=\"abc\"")))
	f.Fuzz(func(t *testing.T, text string) {
		found, in := FindEncoded(text)
		for _, m := range found {
			if m.Start < 0 || m.End > len(in) || m.Start >= m.End {
				t.Fatalf("match %+v is out of place in %q", m, in)
			}
		}
	})
}

func BenchmarkRedactClean(b *testing.B) {
	text := `security group "web" lets the whole internet reach port 22: see main.tf`
	b.ReportAllocs()
	for b.Loop() {
		Redact(text)
	}
}

func BenchmarkFindFile(b *testing.B) {
	block := "resource \"aws_db_instance\" \"x\" {\n  engine = \"postgres\"\n  password = var.password\n  tags = { Name = \"x\" }\n}\n"
	text := strings.Repeat(block, 1000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text)
	}
}
