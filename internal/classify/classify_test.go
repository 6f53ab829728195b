package classify_test

import (
	"testing"

	"github.com/zclconf/go-cty/cty"

	"merlon"
	"merlon/internal/classify"
)

func bucket(tags, defaults cty.Value) *merlon.Resource {
	r := &merlon.Resource{
		Address: "aws_s3_bucket.b", Type: "aws_s3_bucket", Name: "b",
		Provider: &merlon.Provider{Name: "aws", DefaultTags: defaults},
		Body:     &merlon.Block{},
	}
	if tags != cty.NilVal {
		r.Body.Attributes = []merlon.Attribute{{Name: "tags", Value: tags}}
	}
	merlon.NewEstate(merlon.SourceCode, []*merlon.Resource{r}, nil)
	return r
}

func tags(pairs ...string) cty.Value {
	m := make(map[string]cty.Value)
	for i := 0; i < len(pairs); i += 2 {
		m[pairs[i]] = cty.StringVal(pairs[i+1])
	}
	return cty.MapVal(m)
}

func TestOf(t *testing.T) {
	unknown := cty.UnknownVal(cty.Map(cty.String))
	tests := []struct {
		name      string
		tags      cty.Value
		defaults  cty.Value
		want      classify.Class
		inherited bool
	}{
		{"no tags", cty.NilVal, cty.NilVal, classify.Unclassified, false},
		{"null tags", cty.NullVal(cty.Map(cty.String)), cty.NilVal, classify.Unclassified, false},
		{"other tags", tags("Name", "secret"), cty.NilVal, classify.Unclassified, false},
		{"letter case", tags("DATA-classification", " Confidential "), cty.NilVal, classify.Confidential, false},
		{"public", tags("data-classification", "public"), cty.NilVal, classify.Public, false},
		{"another word", tags("data-classification", "internal"), cty.NilVal, classify.Internal, false},
		{"empty value", tags("data-classification", ""), cty.NilVal, classify.Unclassified, false},
		{"default tag", cty.NilVal, tags("data-classification", "pii"), classify.Confidential, true},
		{"own tag overrides", tags("data-classification", "public"), tags("data-classification", "pii"), classify.Public, false},
		{"other key adds", tags("classification", "public"), tags("data-classification", "pii"), classify.Confidential, true},
		{"unknown tags", unknown, tags("data-classification", "pii"), classify.Unknown, false},
		{"unknown defaults", cty.NilVal, unknown, classify.Unknown, true},
		{"unknown defaults, own tag confidential", tags("data-classification", "phi"), unknown, classify.Confidential, false},
		{
			"unknown value",
			cty.ObjectVal(map[string]cty.Value{"data-classification": cty.UnknownVal(cty.String)}),
			cty.NilVal, classify.Unknown, false,
		},
		{
			"null value",
			cty.ObjectVal(map[string]cty.Value{"data-classification": cty.NullVal(cty.String)}),
			cty.NilVal, classify.Unclassified, false,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := classify.Of(bucket(tt.tags, tt.defaults), merlon.DefaultSettings().Classification)
			if got.Class != tt.want || got.Inherited != tt.inherited {
				t.Errorf("Of = %v (inherited %v), want %v (inherited %v)", got.Class, got.Inherited, tt.want, tt.inherited)
			}
		})
	}
}
