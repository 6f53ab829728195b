// Package terraform reads Terraform and OpenTofu configuration into a
// [merlon.Estate], as a plan would see it and without running anything.
//
// Start with [Load]. It finds the root modules below a directory, parses
// their files, and evaluates on demand: a reference evaluates what it names,
// once. Every result is one of three: known, null, or unknown. A value that
// comes from a resource carries a mark that says from which, through locals,
// variables, functions and modules; the marks become the estate's links.
//
// The input is hostile: it is somebody's pull request. No program is run, the
// network is never asked, no file outside the project is read, and depth,
// count, size and work are bounded. What a bound cut off is a [merlon.Gap].
package terraform

import (
	"context"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/zclconf/go-cty/cty"

	"merlon"
)

// Options say how configuration is read. The zero value is useful.
type Options struct {
	// Vars are values of root variables as "name=value", the last one wins,
	// and VarFiles are tfvars files outside of the automatic ones, relative to
	// the directory that is loaded or absolute. Both go in command-line order.
	Vars     []VarArgument
	Env      []string // "TF_VAR_name=value" and TF_WORKSPACE are looked at
	Defaults map[string]cty.Value
	// Planned are the values of root variables that a plan was made with. They
	// win; where the files say the same, the value keeps its cause.
	Planned map[string]cty.Value

	// Workspace overrides TF_WORKSPACE.
	Workspace string
	// Project is the directory that no read leaves. Empty means the nearest
	// directory above the loaded one that holds .git or merlon.yaml, or else
	// the loaded one.
	Project string
	// AllDirs judges every directory with configuration as a root, also those
	// that another root calls as a module.
	AllDirs bool
	// Examples includes directories named examples, test and the like.
	Examples bool
	// Exclude are globs of paths, below the loaded directory, to leave out.
	Exclude []string

	// Account, Region and Data answer what only the account knows: the account
	// id, the region where the provider block does not say, and the attributes
	// of data sources by address.
	Account string
	Region  string
	Data    map[string]cty.Value

	// Workers bounds the parallel work; 0 means one per CPU.
	Workers int
	// Limits bound hostile input; zero fields mean the defaults.
	Limits Limits
}

// A VarArgument is one -var or -var-file argument.
type VarArgument struct {
	Value string // "name=value"
	File  string // or a file
}

// Limits bound the work that input can cause.
type Limits struct {
	FileBytes int64 // size of one file; 4 MiB
	Files     int   // files read in all; 50,000
	Nesting   int   // brackets within brackets in a file; 200
	Depth     int   // references within references; 1,500
	Calls     int   // module calls within module calls; 24
	Instances int   // resource instances of one root; 50,000
	Steps     int64 // evaluation steps of one root; 6 million, and more for large input
	Weight    int   // parts of one value; 200,000
}

func (l Limits) withDefaults() Limits {
	def := func(p *int, n int) {
		if *p == 0 {
			*p = n
		}
	}
	if l.FileBytes == 0 {
		l.FileBytes = 4 << 20
	}
	if l.Steps == 0 {
		l.Steps = 6_000_000
	}
	def(&l.Files, 50_000)
	def(&l.Nesting, 200)
	def(&l.Depth, 1_500)
	def(&l.Calls, 24)
	def(&l.Instances, 50_000)
	def(&l.Weight, 200_000)
	return l
}

// Load reads the configuration in and below a directory, or of one file. The
// error is for a directory that cannot be read at all; all else that could
// not be read is among the estate's gaps.
func Load(ctx context.Context, dir string, opts Options) (*merlon.Estate, error) {
	opts.Limits = opts.Limits.withDefaults()
	if opts.Workers <= 0 {
		opts.Workers = runtime.GOMAXPROCS(0)
	}
	project, err := openProject(dir, opts)
	if err != nil {
		return nil, err
	}
	defer project.close()

	roots := project.findRoots(ctx)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	results := make([]*rootResult, len(roots))
	if len(roots) == 1 {
		results[0] = evalRoot(ctx, project, roots[0], opts, opts.Workers)
	} else {
		var wg sync.WaitGroup
		next := make(chan int)
		for range min(opts.Workers, len(roots)) {
			wg.Go(func() {
				for i := range next {
					results[i] = evalRoot(ctx, project, roots[i], opts, 1)
				}
			})
		}
		for i := range roots {
			next <- i
		}
		close(next)
		wg.Wait()
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}

	gaps := project.takeGaps()
	var resources []*merlon.Resource
	for _, r := range results {
		resources = append(resources, r.resources...)
		gaps = append(gaps, r.gaps...)
	}
	estate := merlon.NewEstate(merlon.SourceCode, resources, gaps)
	estate.Workspace = workspaceOf(opts)
	for _, r := range roots {
		estate.Roots = append(estate.Roots, r.display)
	}
	estate.Notices = project.notices
	estate.Comments = project.takeComments()
	if len(results) == 1 {
		estate.Outputs = results[0].outputs
	}
	return estate, nil
}

func workspaceOf(opts Options) string {
	if opts.Workspace != "" {
		return opts.Workspace
	}
	for _, kv := range slices.Backward(opts.Env) {
		if v, ok := strings.CutPrefix(kv, "TF_WORKSPACE="); ok && v != "" {
			return v
		}
	}
	return "default"
}
