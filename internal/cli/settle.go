package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"merlon"
	"merlon/internal/config"
	"merlon/internal/engine"
	"merlon/internal/terraform"
)

// maxSideFile bounds configuration, ignore files and baselines.
const maxSideFile = 16 << 20

// readBounded reads a file that the user named or that lies beside the code.
func readBounded(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	data, err := io.ReadAll(io.LimitReader(f, maxSideFile+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxSideFile {
		return nil, fmt.Errorf("%s is larger than %d MiB", name, maxSideFile>>20)
	}
	return data, nil
}

// directoryOf is the directory that a path argument means.
func directoryOf(path string) string {
	if info, err := os.Stat(path); err == nil && !info.IsDir() {
		return filepath.Dir(path)
	}
	return path
}

// loadConfig reads the named configuration file, or the nearest merlon.yaml in
// the scanned directory or above it. Without any the defaults hold.
func loadConfig(path, explicit string) (cfg *config.Config, from string, err error) {
	candidates := []string{explicit}
	if explicit == "" {
		abs, err := filepath.Abs(directoryOf(path))
		if err != nil {
			return nil, "", fmt.Errorf("find %s: %w", path, err)
		}
		candidates = config.Candidates(abs)
	}
	for _, name := range candidates {
		data, err := readBounded(name)
		if explicit == "" && errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, "", fmt.Errorf("read configuration: %w", err)
		}
		cfg, err := config.Parse(data, shortPath(name))
		if err != nil {
			return nil, "", err
		}
		return cfg, name, nil
	}
	return config.Default(), "", nil
}

// shortPath is a path as a person would type it.
func shortPath(name string) string {
	wd, err := os.Getwd()
	if err != nil {
		return name
	}
	if rel, err := filepath.Rel(wd, name); err == nil && len(rel) < len(name) {
		return rel
	}
	return name
}

// sourceOptions lays flags over the configuration file. A variable file that
// somebody named must be there: without it other values would be judged.
func sourceOptions(path string, cfg *config.Config, from string, flags *sourceFlags, s Streams) (terraform.Options, error) {
	opts := flags.options(s)
	base, err := filepath.Abs(filepath.Dir(from))
	if err != nil {
		return opts, fmt.Errorf("find %s: %w", from, err)
	}
	var vars []terraform.VarArgument
	for _, name := range cfg.Terraform.VarFiles {
		if !filepath.IsAbs(name) {
			name = filepath.Join(base, name)
		}
		vars = append(vars, terraform.VarArgument{File: name})
	}
	opts.Vars = append(vars, opts.Vars...)
	for _, v := range opts.Vars {
		name := v.File
		if name == "" {
			continue
		}
		if !filepath.IsAbs(name) {
			name = filepath.Join(directoryOf(path), name)
		}
		if _, err := os.Stat(name); err != nil {
			return opts, fmt.Errorf("read variables: %w (a relative name is taken from %s)", err, directoryOf(path))
		}
	}
	opts.Defaults = cfg.Terraform.Variables
	opts.Data = cfg.Terraform.Data
	opts.Exclude = append(opts.Exclude, cfg.Exclude...)
	if opts.Workspace == "" && s.env("TF_WORKSPACE") == "" {
		opts.Workspace = cfg.Terraform.Workspace
	}
	if opts.Account == "" {
		opts.Account = cfg.Terraform.AccountID
	}
	if flags.region == "" && cfg.Terraform.Region != "" {
		opts.Region = cfg.Terraform.Region
	}
	return opts, nil
}

// ignoreFiles reads the ignore files of other tools that lie in the scanned
// directory or the working one.
func ignoreFiles(path string) ([]engine.Exception, []merlon.Gap, error) {
	var exceptions []engine.Exception
	var notices []merlon.Gap
	dirs := []string{directoryOf(path)}
	if abs, err := filepath.Abs(dirs[0]); err == nil {
		if wd, err := os.Getwd(); err == nil && wd != abs {
			dirs = append(dirs, ".")
		}
	}
	for _, dir := range dirs {
		for _, name := range []string{".trivyignore", ".trivyignore.yaml"} {
			file := filepath.Join(dir, name)
			data, err := readBounded(file)
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
			if err != nil {
				return nil, nil, fmt.Errorf("read ignore file: %w", err)
			}
			var more []engine.Exception
			var said []merlon.Gap
			if name == ".trivyignore" {
				more, said = engine.ParseTrivyIgnore(data, filepath.ToSlash(shortPath(file)))
			} else if more, said, err = engine.ParseTrivyIgnoreYAML(data, filepath.ToSlash(shortPath(file))); err != nil {
				return nil, nil, err
			}
			exceptions, notices = append(exceptions, more...), append(notices, said...)
		}
	}
	return exceptions, notices, nil
}

// loadBaseline reads a baseline; the name is empty for none.
func loadBaseline(name string) (*engine.Baseline, error) {
	if name == "" {
		return nil, nil
	}
	data, err := readBounded(name)
	if err != nil {
		return nil, fmt.Errorf("read baseline: %w (merlon baseline makes one)", err)
	}
	b, err := engine.ParseBaseline(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", shortPath(name), err)
	}
	return b, nil
}
