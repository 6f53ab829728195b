package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"merlon"
	"merlon/checks"
	"merlon/internal/cel"
	"merlon/internal/config"
	"merlon/internal/rego"
	"merlon/internal/tfplan"
)

// ownDirectory is where a team's own checks are unless the configuration says
// otherwise: beside merlon.yaml or, without one, in the scanned directory.
const ownDirectory = "checks.d"

// maxOwnFiles bounds the files of own checks in one directory.
const maxOwnFiles = 1000

// own is what a team wrote itself.
type own struct {
	files    []*config.CheckFile
	checks   []*merlon.Check // in the order of files, then the policies'
	policies *rego.Policies  // nil without
}

// catalogue is merlon's checks and the team's own.
func (o *own) catalogue() []*merlon.Check { return slices.Concat(checks.All(), o.checks) }

// loadOwn reads the team's own checks. The flag's directories come on top of
// the configuration's.
func loadOwn(path string, cfg *config.Config, from string, flags []string) (*own, error) {
	base := directoryOf(path)
	if from != "" {
		base = filepath.Dir(from)
	}
	var dirs []string
	for _, dir := range cfg.ChecksDirs {
		if !filepath.IsAbs(dir) {
			dir = filepath.Join(base, dir)
		}
		dirs = append(dirs, dir)
	}
	if len(cfg.ChecksDirs) == 0 {
		if info, err := os.Stat(filepath.Join(base, ownDirectory)); err == nil && info.IsDir() {
			dirs = append(dirs, filepath.Join(base, ownDirectory))
		}
	}
	return readOwn(append(dirs, flags...))
}

func readOwn(dirs []string) (*own, error) {
	o := &own{}
	modules := make(map[string]string)
	var errs []error
	left := maxSideFile // in all, whatever the number of files
	for _, dir := range dirs {
		names, err := ownFiles(dir)
		if err != nil {
			return nil, fmt.Errorf("read own checks: %w", err)
		}
		for _, name := range names {
			data, err := readBounded(name)
			if err != nil {
				return nil, fmt.Errorf("read own checks: %w", err)
			}
			if left -= len(data); left < 0 {
				return nil, fmt.Errorf("read own checks: more than %d MiB in all", maxSideFile>>20)
			}
			shown := filepath.ToSlash(shortPath(name))
			if filepath.Ext(name) == ".rego" {
				modules[shown] = string(data)
				continue
			}
			file, err := config.ParseChecks(data, shown)
			if err != nil {
				errs = append(errs, err)
				continue
			}
			made, err := cel.Compile(file)
			if err != nil {
				errs = append(errs, err)
				continue
			}
			o.files = append(o.files, file)
			o.checks = append(o.checks, made...)
		}
	}
	if len(modules) > 0 {
		var err error
		if o.policies, err = rego.Load(modules); err != nil {
			errs = append(errs, err)
		} else {
			o.checks = append(o.checks, o.policies.Checks(func(e *merlon.Estate) (any, error) { return tfplan.Document(e, Version()) })...)
		}
	}
	errs = append(errs, duplicates(o.catalogue())...)
	return o, errors.Join(errs...)
}

// ownFiles are the files of a directory, and of those below it, in order.
func ownFiles(dir string) ([]string, error) {
	var names []string
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		ext := filepath.Ext(name)
		if !d.Type().IsRegular() || ext != ".yaml" && ext != ".yml" && ext != ".rego" {
			return nil
		}
		if names = append(names, name); len(names) > maxOwnFiles {
			return fmt.Errorf("%s has more than %d files", dir, maxOwnFiles)
		}
		return nil
	})
	return names, err
}

func duplicates(all []*merlon.Check) []error {
	var errs []error
	seen := make(map[string]bool, len(all))
	for _, c := range all {
		id := strings.ToLower(c.ID)
		if seen[id] {
			errs = append(errs, fmt.Errorf("check %s is there twice: give yours another id", c.ID))
		}
		seen[id] = true
	}
	return errs
}
