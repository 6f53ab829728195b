package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/spf13/pflag"

	"merlon"
	"merlon/internal/terraform"
	"merlon/internal/tfplan"
	"merlon/internal/tfstate"
	"merlon/internal/trace"
)

// inputFlags are about what is read besides configuration.
type inputFlags struct {
	code         string
	runTerraform bool
}

func (f *inputFlags) register(flags *pflag.FlagSet) {
	flags.StringVar(&f.code, "code", "", "directory of the code that a plan or state belongs to, or none (default: its own, if there is configuration)")
	flags.BoolVar(&f.runTerraform, "run-terraform", false, "let terraform or tofu print a binary plan")
}

// sniffed is how much of a file is looked at to tell what it is.
const sniffed = 1 << 20

// loadEstate reads what a path means: a plan, a state, or configuration.
func loadEstate(ctx context.Context, path string, source terraform.Options, in inputFlags) (*merlon.Estate, error) {
	kind, err := kindOf(path)
	if err != nil {
		return nil, err
	}
	var estate *merlon.Estate
	switch kind {
	case "configuration":
		return terraform.Load(ctx, path, source)
	case "binary plan":
		data, err := showPlan(ctx, path, in.runTerraform)
		if err != nil {
			return nil, err
		}
		plan, err := tfplan.Read(bytes.NewReader(data), filepath.Base(path))
		if err != nil {
			return nil, err
		}
		estate, source.Planned = plan.Estate, plan.Variables
	default:
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		defer func() { _ = f.Close() }()
		if kind == "state" {
			estate, err = tfstate.Read(f, filepath.Base(path))
		} else {
			var plan *tfplan.Plan
			if plan, err = tfplan.Read(f, filepath.Base(path)); err == nil {
				estate, source.Planned = plan.Estate, plan.Variables
			}
		}
		if err != nil {
			return nil, err
		}
	}
	dir, err := codeBeside(path, in.code)
	if err != nil || dir == "" {
		return estate, err
	}
	code, err := terraform.Load(ctx, dir, source)
	if err != nil {
		return nil, fmt.Errorf("read the code of %s: %w", path, err)
	}
	return trace.Join(estate, code), nil
}

// kindOf tells what a path is by its first bytes.
func kindOf(path string) (string, error) {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return "configuration", nil // the loader says what is wrong
	}
	if name := filepath.Base(path); strings.HasSuffix(name, ".tf") || strings.HasSuffix(name, ".tofu") ||
		strings.HasSuffix(name, ".tf.json") || strings.HasSuffix(name, ".tofu.json") {
		return "configuration", nil
	}
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }()
	head, err := io.ReadAll(io.LimitReader(f, sniffed))
	if err != nil {
		return "", err
	}
	switch text := bytes.TrimLeft(head, " \t\r\n\ufeff"); {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return "binary plan", nil
	case !bytes.HasPrefix(text, []byte("{")):
		return "configuration", nil
	case tfstate.IsState(head):
		return "state", nil
	case tfplan.IsPlan(head):
		return "plan", nil
	}
	return "", fmt.Errorf("%s is neither configuration, nor what terraform show -json prints of a plan, nor a state file", path)
}

// showPlan has Terraform or OpenTofu print a binary plan, which only they can
// read. They are run if the user allows it.
func showPlan(ctx context.Context, path string, allowed bool) ([]byte, error) {
	if !allowed {
		return nil, fmt.Errorf("%s is a binary plan, which only Terraform can read: give merlon what terraform show -json %s prints, or allow it to run Terraform with --run-terraform", path, path)
	}
	program := ""
	for _, name := range []string{"terraform", "tofu"} {
		if found, err := exec.LookPath(name); err == nil {
			program = found
			break
		}
	}
	if program == "" {
		return nil, errors.New("--run-terraform: neither terraform nor tofu is on the PATH")
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, program, "show", "-json", "-no-color", abs)
	cmd.Dir = filepath.Dir(abs)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	data, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s show -json: %w: %s", filepath.Base(program), err, strings.TrimSpace(errs.String()))
	}
	return data, nil
}

// codeBeside is the directory of the code that a plan or state belongs to: the
// one that was named, or the file's own if there is configuration in it. It is
// empty for none.
func codeBeside(path, named string) (string, error) {
	switch named {
	case "none":
		return "", nil
	case "":
	default:
		if info, err := os.Stat(named); err != nil || !info.IsDir() {
			return "", fmt.Errorf("--code: %s is not a directory", named)
		}
		return named, nil
	}
	dir := filepath.Dir(path)
	for _, pattern := range []string{"*.tf", "*.tofu", "*.tf.json", "*.tofu.json"} {
		if names, _ := filepath.Glob(filepath.Join(dir, pattern)); len(names) > 0 {
			return dir, nil
		}
	}
	return "", nil
}
