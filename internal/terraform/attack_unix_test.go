//go:build unix

package terraform_test

import (
	"path/filepath"
	"syscall"
	"testing"
)

// pipeAttacks name pipes that nobody writes to: whoever opens one waits.
func pipeAttacks() []attack {
	pipe := func(name, text string) attack {
		return attack{"file/pipe " + name, func(t *testing.T, dir string) {
			t.Helper()
			put(t, filepath.Join(dir, "main.tf"), text)
			if err := syscall.Mkfifo(filepath.Join(dir, name), 0o644); err != nil {
				t.Skip("no named pipes here")
			}
		}, ""}
	}
	return []attack{
		pipe("x.tf", "locals {}"),
		pipe("x.tf.json", "locals {}"),
		pipe("terraform.tfvars", "variable \"a\" {}"),
		pipe("data.txt", `output "o" { value = file("data.txt") }`),
		pipe("t.tpl", `output "o" { value = templatefile("t.tpl", {}) }`),
	}
}
