package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// terraform runs Terraform in a folder of its own.
type terraform struct {
	dir string
	env []string
}

const root = `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = %q
    }
  }
}

# Makes the schema of the built-in provider part of the output.
resource "terraform_data" "builtin" {}

locals {
  # A value that plans do not know, not even its type, so it fits everywhere.
  unknown = jsondecode(terraform_data.builtin.id)
}
`

// newTerraform makes an initialised folder that uses the AWS provider of the
// mirror, or of one that it finds, or of the registry.
func newTerraform(ctx context.Context, mirror string) (_ *terraform, err error) {
	if mirror == "" {
		mirror = findMirror()
	}
	dir, err := os.MkdirTemp("", "merlon-schema-")
	if err != nil {
		return nil, err
	}
	tf := &terraform{dir: dir}
	defer func() {
		if err != nil {
			tf.close()
		}
	}()
	config := ""
	if mirror != "" {
		if mirror, err = filepath.Abs(mirror); err != nil {
			return nil, err
		}
		slog.Info("using a plugin mirror", "folder", mirror)
		config = fmt.Sprintf("provider_installation {\n  filesystem_mirror {\n    path = %q\n  }\n}\n", mirror)
	}
	if err := tf.write("cli.tfrc", config); err != nil {
		return nil, err
	}
	if err := tf.write("main.tf", fmt.Sprintf(root, awsVersion)); err != nil {
		return nil, err
	}
	for _, kv := range os.Environ() {
		// Settings of the user's own work (TF_LOG, TF_VAR_x, AWS_PROFILE)
		// must not change what we learn.
		if !strings.HasPrefix(kv, "TF_") && !strings.HasPrefix(kv, "AWS_") {
			tf.env = append(tf.env, kv)
		}
	}
	tf.env = append(tf.env, "TF_CLI_CONFIG_FILE="+filepath.Join(dir, "cli.tfrc"), "CHECKPOINT_DISABLE=1", "TF_IN_AUTOMATION=1")
	if _, err := tf.run(ctx, "init", "-no-color", "-input=false"); err != nil {
		return nil, err
	}
	return tf, nil
}

func (tf *terraform) close() { _ = os.RemoveAll(tf.dir) }

func (tf *terraform) write(name, text string) error {
	return os.WriteFile(filepath.Join(tf.dir, name), []byte(text), 0o666)
}

func (tf *terraform) remove(name string) { _ = os.Remove(filepath.Join(tf.dir, name)) }

func (tf *terraform) schemas(ctx context.Context) (*schemas, error) {
	out, err := tf.run(ctx, "providers", "schema", "-json")
	if err != nil {
		return nil, err
	}
	return parseSchemas(out)
}

// run runs terraform and returns its output. With an error it returns the
// output too, as plan -json writes its diagnostics there.
func (tf *terraform) run(ctx context.Context, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "terraform", args...)
	cmd.Dir = tf.dir
	cmd.Env = tf.env
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		return stdout.Bytes(), fmt.Errorf("terraform %s: %w\n%s", strings.Join(args, " "), err, lastLines(stderr.String(), 20))
	}
	return stdout.Bytes(), nil
}

func lastLines(s string, n int) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	return strings.Join(lines[max(0, len(lines)-n):], "\n")
}

// findMirror looks for a plugin mirror that has the AWS provider: first where
// Terraform itself looks (the filesystem_mirror of the CLI configuration is
// not read; name it with -mirror), then in the folders where software is
// usually installed. It returns "" if there is none.
func findMirror() string {
	var roots []string
	if home, err := os.UserHomeDir(); err == nil {
		roots = append(roots, filepath.Join(home, ".terraform.d", "plugins"), filepath.Join(home, ".local", "share", "terraform", "plugins"))
	}
	if dir := os.Getenv("TF_PLUGIN_CACHE_DIR"); dir != "" {
		roots = append(roots, dir)
	}
	roots = append(roots, "/usr/local/share/terraform/plugins", "/usr/share/terraform/plugins")
	for _, pattern := range []string{"/opt/*", "/opt/*/*", "/usr/local/*", "/usr/local/lib/*", "/var/lib/*", "/srv/*"} {
		found, _ := filepath.Glob(pattern) // the patterns are well formed
		roots = append(roots, found...)
	}
	for _, root := range roots {
		_, err := os.Stat(filepath.Join(root, "registry.terraform.io", "hashicorp", "aws", awsVersion))
		if err == nil {
			return root
		}
		if !errors.Is(err, os.ErrNotExist) {
			slog.Debug("skipping a possible plugin mirror", "folder", root, "error", err)
		}
	}
	return ""
}
