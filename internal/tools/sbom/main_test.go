package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/CycloneDX/cyclonedx-go"
)

// The test binary itself is a Go binary with dependencies.
func TestWrite(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var first, second bytes.Buffer
	for _, out := range []*bytes.Buffer{&first, &second} {
		if err := write(out, "v1.2.3", []string{self}); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two bills of the same binary differ")
	}
	var bom cyclonedx.BOM
	if err := cyclonedx.NewBOMDecoder(&first, cyclonedx.BOMFileFormatJSON).Decode(&bom); err != nil {
		t.Fatal(err)
	}
	if got, want := bom.Metadata.Component.PackageURL, "pkg:golang/merlon@v1.2.3"; got != want {
		t.Errorf("got component %q, want %q", got, want)
	}
	found := false
	for _, c := range *bom.Components {
		if strings.HasPrefix(c.PackageURL, "pkg:golang/github.com/CycloneDX/cyclonedx-go@v") {
			found = c.Hashes != nil && len((*c.Hashes)[0].Value) == 64
		}
	}
	if !found {
		t.Error("got a bill without the library that writes it, or without its sum")
	}
}

func TestWriteRefuses(t *testing.T) {
	if err := write(&bytes.Buffer{}, "v1.2.3", []string{"main_test.go"}); err == nil {
		t.Error("got no error for a file that is no Go binary")
	}
}
