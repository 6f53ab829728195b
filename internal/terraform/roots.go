package terraform

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/bmatcuk/doublestar/v4"

	"merlon"
)

// A rootDir is a directory to judge as a root module.
type rootDir struct {
	dir     string // below the project's top
	display string
	files   []string // names of its configuration files
}

// neverDirs are directories that hold no configuration of the user's own.
var neverDirs = []string{".terraform", ".git", "node_modules", ".terragrunt-cache", ".svn", ".hg", ".idea", ".vscode"}

// exampleDirs hold configuration that is not deployed.
var exampleDirs = []string{"example", "examples", "test", "tests", "fixtures", "testdata"}

// findRoots finds the directories to judge. A directory that another calls as
// a module is judged there, with its arguments, and not alone. Nor is a
// directory inside of a called module's, which comes with that module; nor,
// where the loaded directory has configuration itself, one below it that
// shows no sign of being deployed on its own.
func (p *project) findRoots(ctx context.Context) []rootDir {
	var dirs []rootDir
	if p.only != "" {
		return []rootDir{{dir: p.base, display: ".", files: []string{p.only}}}
	}
	p.walk(ctx, p.base, 0, &dirs)
	if len(dirs) == 0 {
		detail := "No .tf, .tofu or .tf.json file was found in or below this directory."
		if len(p.examples) > 0 {
			detail += " Left out by name: " + firstFew(p.examples) + ". Use --include-examples, or name the directory."
		}
		p.gap(merlon.Gap{Kind: merlon.GapFile, Summary: "no Terraform configuration here", Detail: detail, Range: merlon.Range{File: "."}})
		return nil
	}
	if len(p.examples) > 0 {
		p.notices = append(p.notices, merlon.Gap{
			Kind: merlon.GapChoice, Summary: "examples and tests are not judged",
			Detail: "Left out by name: " + firstFew(p.examples) + ". Use --include-examples to judge them.",
		})
	}
	if p.opts.AllDirs {
		return dirs
	}
	called := p.calledDirs(dirs)
	var roots []rootDir
	skipped := 0
	for _, d := range dirs {
		switch {
		case called[d.dir]:
		case insideCalled(d.dir, called):
			skipped++
		case d.dir != dirs[0].dir && dirs[0].dir == p.base && !called[p.base] && !p.isDeployed(d):
			skipped++
		default:
			roots = append(roots, d)
		}
	}
	if len(roots) == 0 { // modules that call one another: judge what was named
		roots = dirs[:1]
	}
	if skipped > 0 {
		p.notices = append(p.notices, merlon.Gap{
			Kind: merlon.GapChoice, Summary: fmt.Sprintf("%d directories with modules that no root calls are not judged", skipped),
			Detail: "Use --all-dirs to judge every directory with its defaults.",
		})
	}
	return roots
}

// firstFew lists names, the first five of them.
func firstFew(names []string) string {
	const few = 5
	if len(names) <= few {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:few], ", "), len(names)-few)
}

// insideCalled reports whether a directory above is called as a module.
func insideCalled(dir string, called map[string]bool) bool {
	for d := path.Dir(dir); d != "." && d != "/"; d = path.Dir(d) {
		if called[d] {
			return true
		}
	}
	return false
}

// isDeployed looks for what only root modules have: variable values, a lock
// file, a backend, or a provider that is configured.
func (p *project) isDeployed(d rootDir) bool {
	entries, _ := fs.ReadDir(p.root.FS(), d.dir)
	for _, e := range entries {
		switch n := e.Name(); {
		case n == ".terraform.lock.hcl", n == ".terraform", n == "terraform.tfstate", strings.HasSuffix(n, ".tfvars"), strings.HasSuffix(n, ".tfvars.json"):
			return true
		}
	}
	for _, name := range d.files {
		data, err := p.read(path.Join(d.dir, name))
		if err != nil {
			continue
		}
		for line := range bytes.Lines(data) {
			line = bytes.TrimSpace(line)
			for _, word := range []string{"provider \"", "backend \"", "cloud {"} {
				if bytes.HasPrefix(line, []byte(word)) && !bytes.HasSuffix(line, []byte("{}")) {
					return true
				}
			}
		}
	}
	return false
}

// calledDirs finds the directories that others call, from the text alone: a
// full parse would be done twice.
func (p *project) calledDirs(dirs []rootDir) map[string]bool {
	called := map[string]bool{}
	if len(dirs) < 2 {
		return called
	}
	found := make([][]string, len(dirs))
	var wg sync.WaitGroup
	var next atomic.Int64
	for range max(p.opts.Workers, 1) {
		wg.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(dirs)); i = next.Add(1) - 1 {
				found[i] = p.calledFrom(dirs[i])
			}
		})
	}
	wg.Wait()
	for _, list := range found {
		for _, to := range list {
			called[to] = true
		}
	}
	return called
}

// calledFrom finds the directories that the modules of one directory call.
func (p *project) calledFrom(d rootDir) (called []string) {
	for _, name := range d.files {
		data, err := p.read(path.Join(d.dir, name))
		if err != nil || !bytes.Contains(data, []byte("module")) {
			continue
		}
		var sources []string
		if strings.HasSuffix(name, ".json") {
			for _, m := range jsonSource.FindAllSubmatch(data, -1) {
				sources = append(sources, string(m[1]))
			}
		} else {
			sources = moduleSources(data)
		}
		for _, s := range sources {
			if to, err := p.resolve(d.dir, s); err == nil && to != d.dir {
				called = append(called, to)
			}
		}
	}
	return called
}

// moduleSources finds the local sources of module blocks, line by line.
func moduleSources(data []byte) []string {
	var out []string
	inModule := false
	for line := range bytes.Lines(data) {
		text := bytes.TrimSpace(line)
		if bytes.HasPrefix(text, []byte("module")) {
			inModule = true
			if i := bytes.IndexByte(text, '{'); i >= 0 {
				text = bytes.TrimSpace(text[i+1:])
			}
		}
		if !inModule || !bytes.HasPrefix(text, []byte("source")) {
			continue
		}
		rest := bytes.TrimSpace(text[len("source"):])
		if !bytes.HasPrefix(rest, []byte("=")) {
			continue
		}
		inModule = false
		parts := bytes.SplitN(rest, []byte{'"'}, 3)
		if len(parts) == 3 && bytes.HasPrefix(parts[1], []byte(".")) {
			out = append(out, string(parts[1]))
		}
	}
	return out
}

var jsonSource = regexp.MustCompile(`"source"\s*:\s*"(\.\.?/[^"]*|\.\.?)"`)

func (p *project) walk(ctx context.Context, dir string, depth int, out *[]rootDir) {
	if ctx.Err() != nil || depth > 64 || len(*out) >= p.opts.Limits.Files {
		return
	}
	entries, err := fs.ReadDir(p.root.FS(), dir)
	if err != nil {
		p.gap(merlon.Gap{Kind: merlon.GapFile, Summary: "directory cannot be read", Detail: cleanError(err).Error(), Range: merlon.Range{File: p.display(dir)}})
		return
	}
	var files, subdirs []string
	for _, e := range entries {
		name := e.Name()
		if p.excluded(path.Join(dir, name)) {
			continue
		}
		switch {
		case e.IsDir():
			if slices.Contains(neverDirs, name) {
				continue
			}
			if !p.opts.Examples && slices.Contains(exampleDirs, name) {
				p.examples = append(p.examples, p.display(path.Join(dir, name)))
				continue
			}
			subdirs = append(subdirs, name)
		case isConfig(name):
			files = append(files, name)
		case name == "terragrunt.hcl":
			p.gap(merlon.Gap{
				Kind: merlon.GapFile, Summary: "Terragrunt configuration is not evaluated",
				Detail: "Its inputs and generated files are not seen: scan the directory that Terragrunt renders, or a plan.",
				Range:  merlon.Range{File: p.display(path.Join(dir, name))},
			})
		}
	}
	if len(files) > 0 {
		*out = append(*out, rootDir{dir: dir, display: p.display(dir), files: files})
	}
	for _, name := range subdirs {
		p.walk(ctx, path.Join(dir, name), depth+1, out)
	}
}

func (p *project) excluded(name string) bool {
	for _, glob := range p.opts.Exclude {
		if ok, _ := doublestar.Match(glob, p.display(name)); ok {
			return true
		}
	}
	return false
}

// isConfig reports whether a file name is Terraform or OpenTofu configuration.
func isConfig(name string) bool {
	if strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") || strings.HasPrefix(name, "#") {
		return false
	}
	for _, ext := range []string{".tf", ".tofu", ".tf.json", ".tofu.json"} {
		if strings.HasSuffix(name, ext) {
			return true
		}
	}
	return false
}
