package terraform

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"merlon"
)

// A project is the directory tree that may be read, and all that was read of
// it. Paths inside it are slash-separated and relative to its top.
type project struct {
	root *os.Root
	top  string // absolute path of the project's top
	abs  string // absolute path of the loaded directory
	base string // the loaded directory, below the top; "." for the top
	only string // the one file to load, when a file was named
	opts Options

	mu       sync.Mutex
	files    int
	contents map[string]*content
	modules  map[string]*moduleEntry
	users    map[string]int // instances that may still ask, by directory
	idle     []string       // directories that nobody asks for any more
	gaps     []merlon.Gap
	notices  []merlon.Gap
	examples []string // directories left out by their names
	comments []merlon.Comment
}

type content struct {
	once sync.Once
	data []byte
	err  error
}

// errOutside is returned for paths that leave the project.
var errOutside = errors.New("is outside of the project")

func openProject(dir string, opts Options) (*project, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("find %s: %w", dir, err)
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		abs = real // the user named it: a link here is the user's own
	}
	info, err := os.Stat(abs)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", dir, errors.Unwrap(err))
	}
	p := &project{opts: opts, contents: map[string]*content{}, modules: map[string]*moduleEntry{}, users: map[string]int{}}
	if !info.IsDir() {
		p.only = filepath.Base(abs)
		abs = filepath.Dir(abs)
	}
	p.abs = abs
	p.top = opts.Project
	if p.top == "" {
		p.top = projectTop(abs)
	} else if p.top, err = filepath.Abs(p.top); err != nil {
		return nil, fmt.Errorf("find %s: %w", opts.Project, err)
	}
	rel, err := filepath.Rel(p.top, abs)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return nil, fmt.Errorf("%s is not inside the project directory %s", dir, opts.Project)
	}
	p.base = filepath.ToSlash(rel)
	if p.root, err = os.OpenRoot(p.top); err != nil {
		return nil, fmt.Errorf("read %s: %w", p.top, errors.Unwrap(err))
	}
	return p, nil
}

// projectTop is the nearest directory at or above dir that a person would
// call the project.
func projectTop(dir string) string {
	for d := dir; ; d = filepath.Dir(d) {
		for _, mark := range []string{".git", "merlon.yaml"} {
			if _, err := os.Lstat(filepath.Join(d, mark)); err == nil {
				return d
			}
		}
		if filepath.Dir(d) == d {
			return dir
		}
	}
}

func (p *project) close() { _ = p.root.Close() }

// A Source reads the files that an estate's ranges name, for code frames. It
// is confined as [Load] is.
type Source struct{ p *project }

// OpenSource opens what [Load] read from a path; project is Options.Project.
func OpenSource(dir, project string) (*Source, error) {
	p, err := openProject(dir, Options{Project: project, Limits: Limits{}.withDefaults()})
	if err != nil {
		return nil, err
	}
	return &Source{p}, nil
}

// Open opens a file by its path as ranges have it.
func (s *Source) Open(name string) (fs.File, error) {
	full, err := s.p.resolve(s.p.base, name)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return s.p.root.Open(filepath.FromSlash(full))
}

// Close lets go of the project.
func (s *Source) Close() error { return s.p.root.Close() }

// display is a project path as reports show it: below the loaded directory
// where it is inside, else with the ../ that lead to it.
func (p *project) display(name string) string {
	if p.base == "." {
		return name
	}
	if name == p.base {
		return "."
	}
	if rest, ok := strings.CutPrefix(name, p.base+"/"); ok {
		return rest
	}
	rel, err := filepath.Rel(filepath.FromSlash(p.base), filepath.FromSlash(name))
	if err != nil {
		return name
	}
	return filepath.ToSlash(rel)
}

// resolve joins a path as written in configuration to a directory, both below
// the project's top.
func (p *project) resolve(dir, name string) (string, error) {
	name = filepath.ToSlash(name)
	if path.IsAbs(name) {
		rel, err := filepath.Rel(p.top, filepath.FromSlash(name))
		if err != nil {
			return "", errOutside
		}
		name, dir = filepath.ToSlash(rel), "."
	}
	joined := path.Join(dir, name)
	if joined == ".." || strings.HasPrefix(joined, "../") {
		return "", errOutside
	}
	return joined, nil
}

// read returns a file's bytes, once read for all.
func (p *project) read(name string) ([]byte, error) {
	p.mu.Lock()
	c := p.contents[name]
	if c == nil {
		c = &content{}
		p.contents[name] = c
		p.files++
	}
	n := p.files
	p.mu.Unlock()
	c.once.Do(func() {
		if n > p.opts.Limits.Files {
			c.err = limitError(fmt.Sprintf("more than %d files", p.opts.Limits.Files))
			return
		}
		c.data, c.err = p.readFresh(name)
	})
	return c.data, c.err
}

// forget lets go of a file's bytes.
func (p *project) forget(name string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if c := p.contents[name]; c != nil {
		p.contents[name] = &content{}
	}
}

func (p *project) readFresh(name string) ([]byte, error) {
	// The look comes before the open: to open a pipe is to wait for a writer.
	info, err := p.root.Stat(filepath.FromSlash(name))
	if err != nil {
		return nil, cleanError(err)
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("is not a regular file")
	}
	f, err := p.root.Open(filepath.FromSlash(name))
	if err != nil {
		return nil, cleanError(err)
	}
	defer func() { _ = f.Close() }()
	limit := p.opts.Limits.FileBytes
	if info.Size() > limit {
		return nil, limitError(fmt.Sprintf("%.1f MiB is more than the %.1f MiB that one file may have",
			float64(info.Size())/(1<<20), float64(limit)/(1<<20)))
	}
	buf := bytes.NewBuffer(make([]byte, 0, info.Size()+bytes.MinRead))
	if _, err := buf.ReadFrom(io.LimitReader(f, limit+1)); err != nil {
		return nil, cleanError(err)
	}
	return buf.Bytes(), nil
}

// cleanError drops the path that os puts into its errors: the caller says
// which file, in the words of the configuration.
func cleanError(err error) error {
	if pathErr, ok := errors.AsType[*fs.PathError](err); ok {
		err = pathErr.Err
	}
	if err != nil && strings.Contains(err.Error(), "escapes") {
		return errOutside
	}
	return err
}

// A limitError says which bound was hit.
type limitError string

func (e limitError) Error() string { return string(e) }

func (p *project) gap(g merlon.Gap) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.gaps) < maxGaps {
		p.gaps = append(p.gaps, g)
	}
}

func (p *project) takeGaps() []merlon.Gap { return p.gaps }

func (p *project) comment(c []merlon.Comment) {
	if len(c) == 0 {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.comments = append(p.comments, c...)
}

func (p *project) takeComments() []merlon.Comment {
	slices.SortFunc(p.comments, func(a, b merlon.Comment) int { return a.Range.Compare(b.Range) })
	// A module that was parsed twice has given its comments twice.
	return slices.CompactFunc(p.comments, func(a, b merlon.Comment) bool { return a.Range == b.Range })
}
