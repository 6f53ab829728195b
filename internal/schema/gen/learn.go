package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"maps"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"merlon/internal/schema/internal/format"
)

// The schema that a provider publishes has no default values: the SDK applies
// them while it plans. So we let it plan. A probe is a resource with nothing but
// its required arguments, whose values are unknown (which fits any type and
// passes most validation). What the plan knows beyond the configuration of the
// probe is a default.
//
// Defaults inside optional blocks show only when the block is there, so each
// such block gets a probe of its own. Probes that the provider refuses are
// first given the arguments that it complains of, then dropped.

const (
	batchSize  = 300 // probes in one plan, whose time grows faster than their number
	maxDepth   = 3   // of the optional blocks that are probed
	maxProbes  = 120 // for one type; a few have tens of thousands of blocks
	maxRepairs = 4   // arguments added to one probe
)

// learnRegion is where the probes are planned. A value that has its name in it
// is derived from the region and no default.
const learnRegion = "eu-west-3"

const learnRoot = `
provider "aws" {
  region                      = %q
  access_key                  = "none"
  secret_key                  = "none"
  max_retries                 = 1
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}
`

// known has arguments by resource type and path that the provider must know at
// plan time or refuses the type. They are HCL expressions; a block has none.
var known = map[string]map[string]string{
	"aws_alb_target_group": {"port": "80", "protocol": `"HTTP"`, "vpc_id": `"vpc-12345678"`},
	"aws_dynamodb_table": {
		"attribute":      "", // the block
		"attribute.name": `"id"`,
		"attribute.type": `"S"`,
		"hash_key":       `"id"`,
		"read_capacity":  "1",
		"write_capacity": "1",
	},
	"aws_lambda_function":      {"filename": `"main.tf"`, "handler": `"main"`, "runtime": `"python3.13"`},
	"aws_lb_target_group":      {"port": "80", "protocol": `"HTTP"`, "vpc_id": `"vpc-12345678"`},
	"aws_workspaces_directory": {"directory_id": `"d-1234567890"`},
}

// probe is one resource to be planned.
type probe struct {
	typ     string
	name    string
	schema  *block
	include map[string]bool // paths of optional arguments and blocks to be set
	repairs int

	first, last int // lines in the written file
}

// learnDefaults plans probes of those resource types of the AWS provider that
// only matches, and returns the defaults that they show.
func learnDefaults(ctx context.Context, mirror string, in *schemas, only *regexp.Regexp) ([]defaultValue, error) {
	var probes []*probe
	for _, typ := range names(in.managed) {
		if strings.HasPrefix(typ, "aws_") && only.MatchString(typ) {
			probes = append(probes, probesOf(typ, in.managed[typ])...)
		}
	}
	if len(probes) == 0 {
		return nil, fmt.Errorf("the AWS provider has no resource type like %s", only)
	}
	slog.Info("learning defaults", "probes", len(probes))
	// Terraform plans one probe at a time, so several of it work side by side.
	batches := make(chan []*probe)
	var (
		mu  sync.Mutex
		all []defaultValue
	)
	group, ctx := errgroup.WithContext(ctx)
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() error {
			tf, err := newTerraform(ctx, mirror)
			if err != nil {
				return err
			}
			defer tf.close()
			for batch := range batches {
				found, err := learnBatch(ctx, tf, batch)
				if err != nil {
					return err
				}
				mu.Lock()
				all = append(all, found...)
				mu.Unlock()
			}
			return nil
		})
	}
	group.Go(func() error {
		defer close(batches)
		for batch := range slices.Chunk(probes, batchSize) {
			select {
			case batches <- batch:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	if err := group.Wait(); err != nil {
		return nil, err
	}
	return agreed(all), nil
}

// probesOf returns the probes of one type: one with the required arguments
// only, and one for each optional block.
func probesOf(typ string, b *block) []*probe {
	probes := []*probe{{typ: typ, schema: b, include: make(map[string]bool)}}
	// Breadth first, so that a bound on their number cuts off the deep ones.
	type level struct {
		path string
		b    *block
	}
	queue := []level{{"", b}}
	for depth := 1; depth <= maxDepth; depth++ {
		var next []level
		for _, l := range queue {
			for _, name := range names(l.b.blocks) {
				n := l.b.blocks[name]
				path := join(l.path, name)
				if name == "timeouts" {
					continue
				}
				next = append(next, level{path, n.block})
				if n.min == 0 && len(probes) < maxProbes {
					probes = append(probes, &probe{typ: typ, schema: b, include: ancestors(path)})
				}
			}
		}
		queue = next
	}
	for i, p := range probes {
		p.name = fmt.Sprintf("p%d", i)
		for name := range known[typ] {
			p.include[name] = true
		}
	}
	return probes
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

// ancestors returns path and all paths above it.
func ancestors(path string) map[string]bool {
	all := map[string]bool{path: true}
	for i, r := range path {
		if r == '.' {
			all[path[:i]] = true
		}
	}
	return all
}

// learnBatch plans the probes and returns what they show.
func learnBatch(ctx context.Context, tf *terraform, probes []*probe) ([]defaultValue, error) {
	plan, accepted, err := planProbes(ctx, tf, probes)
	if err != nil {
		return nil, err
	}
	slog.Info("planned", "probes", len(probes), "accepted", len(accepted))
	byAddress := make(map[string]*probe, len(accepted))
	for _, p := range accepted {
		byAddress[p.address()] = p
	}
	var out []defaultValue
	for _, c := range plan.Changes {
		if p := byAddress[c.Address]; p != nil {
			collect(p.schema, p.include, "", c.Change.After, func(path, value string) {
				if !strings.Contains(value, learnRegion) {
					out = append(out, defaultValue{p.typ, path, value})
				}
			})
		}
	}
	return out, nil
}

// agreed drops repetitions, and every argument that has not the same value in
// all probes, as that value depends on something else.
func agreed(all []defaultValue) []defaultValue {
	type argument struct{ typ, path string }
	values := make(map[argument]string)
	conflict := make(map[argument]bool)
	for _, d := range all {
		k := argument{d.typ, d.path}
		if v, ok := values[k]; ok && v != d.value {
			conflict[k] = true
		}
		values[k] = d.value
	}
	var out []defaultValue
	for k, v := range values {
		if !conflict[k] {
			out = append(out, defaultValue{k.typ, k.path, v})
		}
	}
	return out
}

// collect calls found with each scalar that the plan knows of an optional
// argument that was not configured.
func collect(b *block, configured map[string]bool, prefix string, after map[string]any, found func(path, value string)) {
	for name, a := range b.attrs {
		path := join(prefix, name)
		v := after[name]
		if v == nil || v == "" || !a.has(format.Optional) || a.nested != nil || !a.typ.IsPrimitiveType() || configured[path] {
			// An empty string is what the SDK writes for an absent member of a
			// set, and says no more than null.
			continue
		}
		value, err := json.Marshal(v)
		if err != nil || bytes.ContainsAny(value, "\t\n") {
			continue
		}
		found(path, string(value))
	}
	for name, n := range b.blocks {
		path := join(prefix, name)
		if n.min == 0 && !configured[path] {
			continue
		}
		items, _ := after[name].([]any)
		if item, ok := after[name].(map[string]any); ok {
			items = []any{item}
		}
		if len(items) == 0 {
			continue
		}
		if item, ok := items[0].(map[string]any); ok {
			collect(n.block, configured, path, item, found)
		}
	}
}

// plan is what we read of terraform show -json.
type plan struct {
	Changes []struct {
		Address string `json:"address"`
		Change  struct {
			After map[string]any `json:"after"`
		} `json:"change"`
	} `json:"resource_changes"`
}

// planProbes plans the probes until the provider refuses none of those that
// are left, and returns them. It plans them one by one: the provider crashes on
// some when many are planned at once, and then it would not be known on which.
func planProbes(ctx context.Context, tf *terraform, probes []*probe) (*plan, []*probe, error) {
	if err := tf.write("provider.tf", fmt.Sprintf(learnRoot, learnRegion)); err != nil {
		return nil, nil, err
	}
	defer tf.remove("provider.tf")
	defer tf.remove("probes.tf")
	for {
		if err := tf.write("probes.tf", writeProbes(probes)); err != nil {
			return nil, nil, err
		}
		out, err := tf.run(ctx, "plan", "-json", "-input=false", "-refresh=false", "-lock=false", "-parallelism=1", "-out=plan.bin")
		if err == nil {
			break
		}
		if ctx.Err() != nil {
			return nil, nil, ctx.Err()
		}
		rest, progress := repair(probes, diagnostics(out))
		if !progress {
			slog.Debug("the plan fails and names no probe", "error", err)
			return planHalves(ctx, tf, probes)
		}
		slog.Info("repairing", "probes", len(probes), "left", len(rest))
		probes = rest
	}
	out, err := tf.run(ctx, "show", "-json", "plan.bin")
	if err != nil {
		return nil, nil, err
	}
	p := new(plan)
	dec := json.NewDecoder(bytes.NewReader(out))
	dec.UseNumber()
	if err := dec.Decode(p); err != nil {
		return nil, nil, err
	}
	return p, probes, nil
}

// planHalves plans probes one of which makes the plan fail, it is not known
// which, in two parts. One that fails alone is left out.
func planHalves(ctx context.Context, tf *terraform, probes []*probe) (*plan, []*probe, error) {
	all := new(plan)
	if len(probes) <= 1 {
		return all, nil, nil
	}
	var accepted []*probe
	for half := range slices.Chunk(probes, (len(probes)+1)/2) {
		p, rest, err := planProbes(ctx, tf, half)
		if err != nil {
			return nil, nil, err
		}
		all.Changes = append(all.Changes, p.Changes...)
		accepted = append(accepted, rest...)
	}
	return all, accepted, nil
}

// writeProbes returns the configuration of the probes and notes their lines.
func writeProbes(probes []*probe) string {
	w := &probeWriter{line: 1}
	for _, p := range probes {
		p.first = w.line
		w.printf("resource %q %q {", p.typ, p.name)
		w.body(p, p.schema, "")
		w.printf("}")
		p.last = w.line - 1
	}
	return w.text.String()
}

type probeWriter struct {
	text strings.Builder
	line int
}

func (w *probeWriter) printf(f string, args ...any) {
	fmt.Fprintf(&w.text, f+"\n", args...)
	w.line++
}

func (w *probeWriter) body(p *probe, b *block, prefix string) {
	for _, name := range names(b.attrs) {
		if path := join(prefix, name); b.attrs[name].has(format.Required) || p.include[path] {
			w.printf("%s = %s", name, cmp.Or(known[p.typ][path], "local.unknown"))
		}
	}
	for _, name := range names(b.blocks) {
		n := b.blocks[name]
		count := n.min
		if p.include[join(prefix, name)] {
			count = max(1, count)
		}
		for range count {
			w.printf("%s {", name)
			w.body(p, n.block, join(prefix, name))
			w.printf("}")
		}
	}
}

// diagnostic is an error that terraform plan -json reports.
type diagnostic struct {
	Severity string `json:"severity"`
	Summary  string `json:"summary"`
	Detail   string `json:"detail"`
	Address  string `json:"address"`
	Range    *struct {
		Filename string `json:"filename"`
		Start    struct {
			Line int `json:"line"`
		} `json:"start"`
	} `json:"range"`
}

// crash reports whether the provider died. The first such diagnostic is about
// the probe that killed it.
func (d diagnostic) crash() bool { return d.Summary == "Plugin did not respond" }

// cancelled reports whether the provider died before it came to the probe.
func (d diagnostic) cancelled() bool { return d.Summary == "Request cancelled" }

func diagnostics(out []byte) []diagnostic {
	var all []diagnostic
	for line := range bytes.Lines(out) {
		var message struct {
			Diagnostic *diagnostic `json:"diagnostic"`
		}
		if err := json.Unmarshal(line, &message); err != nil || message.Diagnostic == nil {
			continue
		}
		if d := *message.Diagnostic; d.Severity == "error" {
			all = append(all, d)
		}
	}
	return all
}

// Words by which the provider asks for something that is missing, and the
// names in its message.
var (
	asksFor    = regexp.MustCompile(`(?i)must be (specified|set|provided|configured)|one of|at least|missing|required|have a configuration value|must have`)
	pathInText = regexp.MustCompile(`[a-z][a-z0-9_]*(\.[a-z0-9_]+)*`)
)

// repair adds to each refused probe an argument that its diagnostics ask for,
// and leaves out those of which no more can be made. It also reports whether
// anything has changed.
func repair(probes []*probe, diags []diagnostic) (rest []*probe, progress bool) {
	// Diagnostics come in any order, so of several the least text decides.
	refused := make(map[*probe]string)
	crashed := false
	for _, d := range diags {
		i := slices.IndexFunc(probes, func(p *probe) bool { return p.isSubject(d) })
		if i < 0 || d.cancelled() || d.crash() && crashed {
			continue // after a crash the provider answers to no other probe either
		}
		crashed = crashed || d.crash()
		p := probes[i]
		slog.Debug("refused", "probe", p.typ, "include", names(p.include), "summary", d.Summary, "detail", d.Detail)
		text := d.Summary + "\n" + d.Detail
		if old, ok := refused[p]; !ok || text < old {
			refused[p] = text
		}
	}
	for _, p := range probes {
		if text, bad := refused[p]; !bad || p.add(text) {
			rest = append(rest, p)
		}
	}
	return rest, len(refused) > 0
}

func (p *probe) address() string { return p.typ + "." + p.name }

// isSubject reports whether the diagnostic is about the probe.
func (p *probe) isSubject(d diagnostic) bool {
	if d.Range == nil {
		return d.Address == p.address()
	}
	return d.Range.Filename == "probes.tf" && p.first <= d.Range.Start.Line && d.Range.Start.Line <= p.last
}

// add includes the first argument that the text asks for and the probe does
// not have yet.
func (p *probe) add(text string) bool {
	if p.repairs == maxRepairs || !asksFor.MatchString(text) {
		return false
	}
	for _, path := range pathInText.FindAllString(text, -1) {
		steps := slices.DeleteFunc(strings.Split(path, "."), func(s string) bool { return strings.Trim(s, "0123456789") == "" })
		path = strings.Join(steps, ".")
		if p.include[path] || !optional(p.schema, steps) {
			continue
		}
		maps.Copy(p.include, ancestors(path))
		p.repairs++
		return true
	}
	return false
}

// optional reports whether the steps lead to an argument or block that a
// configuration may have but need not.
func optional(b *block, steps []string) bool {
	for i, step := range steps {
		last := i == len(steps)-1
		if n := b.blocks[step]; n != nil {
			if last {
				return n.min == 0
			}
			b = n.block
			continue
		}
		a := b.attrs[step]
		return last && a != nil && a.has(format.Optional)
	}
	return false
}
