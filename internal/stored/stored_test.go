package stored

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"merlon"
	"merlon/internal/schema"
)

func decode(t *testing.T, text string) map[string]any {
	t.Helper()
	dec := json.NewDecoder(strings.NewReader(text))
	dec.UseNumber()
	var out map[string]any
	if err := dec.Decode(&out); err != nil {
		t.Fatal(err)
	}
	return out
}

// TestBody reads values by the schema: types, blocks, what is unknown,
// sensitive, empty, and set by nobody.
func TestBody(t *testing.T) {
	b := Body(schema.Resource("aws_instance"), Object{
		Values:    decode(t, `{"ami": "a", "monitoring": "true", "user_data": "", "tags": {}, "root_block_device": [{"volume_size": 8}]}`),
		Unknown:   decode(t, `{"id": true, "root_block_device": [{"volume_id": true}]}`),
		Sensitive: decode(t, `{"ami": true}`),
		Set:       decode(t, `{"ami": {"constant_value": "a"}, "root_block_device": [{"volume_size": {"constant_value": 8}}]}`),
	}, merlon.Range{File: "plan.json"})
	if a := b.Find("ami"); a == nil || !a.Sensitive || a.Defaulted {
		t.Errorf("ami is %+v, want it sensitive and set", a)
	}
	if a := b.Find("monitoring"); a == nil || !a.Value.RawEquals(cty.True) || !a.Defaulted {
		t.Errorf("monitoring is %+v, want a true that nobody set", a)
	}
	if a := b.Find("id"); a == nil || a.Value.IsKnown() || !a.Computed {
		t.Errorf("id is %+v, want unknown and computed", a)
	}
	for _, name := range []string{"user_data", "tags"} {
		if b.Find(name) != nil {
			t.Errorf("%s is there, and empty", name)
		}
	}
	root := b.Find("root_block_device")
	if root == nil || len(root.Blocks) != 1 {
		t.Fatalf("root_block_device is %+v, want one block", root)
	}
	if a := root.Blocks[0].Find("volume_id"); a == nil || !a.Computed {
		t.Errorf("volume_id is %+v, want computed", a)
	}
	if a := root.Blocks[0].Find("volume_size"); a == nil || a.Defaulted || !a.Value.RawEquals(cty.NumberIntVal(8)) {
		t.Errorf("volume_size is %+v, want 8", a)
	}
}

// TestBounds keeps hostile values small: depth, and numbers that are short to
// write and long to hold.
func TestBounds(t *testing.T) {
	deep := strings.Repeat(`{"a":`, 500) + "1" + strings.Repeat("}", 500)
	Body(nil, Object{Values: decode(t, deep)}, merlon.Range{})
	b := Body(nil, Object{Values: decode(t, `{"n": 1e999999999}`)}, merlon.Range{})
	if a := b.Find("n"); a != nil {
		t.Errorf("n is %v, want nothing", a.Value)
	}
}
