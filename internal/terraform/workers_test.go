package terraform_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"merlon/internal/terraform"
)

// TestWorkers wants the same estate from one worker and from eight.
func TestWorkers(t *testing.T) {
	dir := writeEstate(t, 60)
	load := func(workers int) string {
		e, err := terraform.Load(t.Context(), dir, terraform.Options{Project: dir, Workers: workers})
		if err != nil {
			t.Fatal(err)
		}
		noBugs(t, e)
		if n := len(e.Resources()); n < 60*10 {
			t.Fatalf("got %d resources, want more", n)
		}
		return dump(e)
	}
	want := load(1)
	for range 3 {
		if diff := cmp.Diff(want, load(8)); diff != "" {
			t.Fatalf("eight workers differ from one:\n%.2000s", diff)
		}
	}
}
