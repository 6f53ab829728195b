// Package config reads merlon.yaml, the file that tunes merlon for a project,
// and turns other tools' configuration into it.
//
// Start with [Parse]: it takes the bytes of a file and gives a [Config], or
// an error that names each mistake with its line and what to do. Unknown keys
// are mistakes. The keys, their types and what they mean are one table (see
// keys.go), from which the JSON Schema is made as well.
//
// The package does no I/O; [Candidates] says where a caller should look.
package config

import (
	_ "embed"
	"path/filepath"

	"github.com/zclconf/go-cty/cty"

	"merlon"
	"merlon/internal/engine"
)

// A Config is what a merlon.yaml says, with the defaults where it is silent.
type Config struct {
	// Version is the version of the file's format: 1.
	Version int
	// MinVersion is the oldest merlon that may use the file, "1.2.0" or "".
	MinVersion string

	// Checks is the selection, as for [engine.Select].
	Checks string
	// ChecksDirs are directories with checks of one's own; none means checks.d.
	ChecksDirs []string
	// Severities replace severities, by check id, alias or glob.
	Severities map[string]merlon.Severity
	// FailOn is the least severity that fails a run; with FailNever none does.
	FailOn    merlon.Severity
	FailNever bool
	// Strict makes gaps fail a run.
	Strict bool
	// NoInlineIgnores makes comments in the code accept nothing.
	NoInlineIgnores bool
	// Baseline is the path of the baseline file, empty for none.
	Baseline string
	// Exclude are doublestar globs over files and directories not to read.
	Exclude []string
	// Output are the reports to write: "format" or "format=path".
	Output []string

	Settings   *merlon.Settings
	Exceptions []engine.Exception
	Terraform  Terraform
}

// Terraform is what the evaluator needs to know that is not in the code.
type Terraform struct {
	// VarFiles are the paths of tfvars files, later ones win.
	VarFiles []string
	// Variables are values of root module variables, by name.
	Variables map[string]cty.Value
	// Workspace is the workspace to evaluate in.
	Workspace string
	// AccountID and Region stand for the account and region of the default
	// provider where the code does not say; empty for unknown.
	AccountID string
	Region    string
	// Data are answers of data sources: by address, an object of attributes.
	Data map[string]cty.Value
}

// Default is the configuration without a file.
func Default() *Config {
	return &Config{
		Version:    1,
		Checks:     "recommended",
		Severities: map[string]merlon.Severity{},
		FailOn:     merlon.High,
		Settings:   merlon.DefaultSettings(),
		Terraform: Terraform{
			Workspace: "default",
			Variables: map[string]cty.Value{},
			Data:      map[string]cty.Value{},
		},
	}
}

// DefaultFile is the commented merlon.yaml that says what [Default] does.
//
//go:embed default.yaml
var DefaultFile []byte

// Schema is the JSON Schema of merlon.yaml, for editors.
//
//go:embed schema.json
var Schema []byte

// Names are the names of the file, the preferred one first.
var Names = []string{"merlon.yaml", "merlon.yml", ".merlon.yaml", ".merlon.yml"}

// Candidates are the paths where the file of a directory may be: in itself,
// then upwards in each directory above. The first that exists is the one.
func Candidates(dir string) []string {
	var paths []string
	for dir = filepath.Clean(dir); ; dir = filepath.Dir(dir) {
		for _, name := range Names {
			paths = append(paths, filepath.Join(dir, name))
		}
		if parent := filepath.Dir(dir); parent == dir || dir == "." || filepath.Base(dir) == ".." {
			return paths
		}
	}
}
