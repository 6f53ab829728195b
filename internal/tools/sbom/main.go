// Command sbom writes the bill of materials of release binaries as CycloneDX
// JSON, from what the Go toolchain recorded in them:
//
//	sbom VERSION BINARY... > merlon.cdx.json
//
// It names the modules of all the binaries together, and depends on nothing
// else: no clock, no network, no random serial number. Equal binaries give an
// equal bill.
package main

import (
	"cmp"
	"crypto/sha256"
	"debug/buildinfo"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/CycloneDX/cyclonedx-go"
	"github.com/google/uuid"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: sbom VERSION BINARY...")
		os.Exit(2)
	}
	if err := write(os.Stdout, os.Args[1], os.Args[2:]); err != nil {
		fmt.Fprintf(os.Stderr, "sbom: %v\n", err)
		os.Exit(1)
	}
}

// write describes binaries of one version.
func write(w io.Writer, version string, binaries []string) error {
	product := cyclonedx.Component{
		BOMRef: purl("merlon", version), Type: cyclonedx.ComponentTypeApplication,
		Name: "merlon", Version: version, PackageURL: purl("merlon", version),
		Components: &[]cyclonedx.Component{},
	}
	modules := map[string]cyclonedx.Component{}
	serial := sha256.New()
	for _, name := range binaries {
		info, err := buildinfo.ReadFile(name)
		if err != nil {
			return fmt.Errorf("read build info: %w", err)
		}
		sum, err := sumOf(name)
		if err != nil {
			return err
		}
		fmt.Fprintf(serial, "%x  %s\n", sum, filepath.Base(name))
		*product.Components = append(*product.Components, cyclonedx.Component{
			BOMRef: filepath.Base(name), Type: cyclonedx.ComponentTypeFile, Name: filepath.Base(name), Version: version,
			Hashes: &[]cyclonedx.Hash{{Algorithm: cyclonedx.HashAlgoSHA256, Value: hex.EncodeToString(sum)}},
		})
		std := library("std", strings.TrimPrefix(info.GoVersion, "go"), "")
		modules[std.BOMRef] = std
		for _, dep := range info.Deps {
			m := module(dep)
			modules[m.BOMRef] = m
		}
	}
	components, refs := []cyclonedx.Component{}, []string{}
	for _, m := range modules {
		components = append(components, m)
	}
	slices.SortFunc(components, func(a, b cyclonedx.Component) int { return cmp.Compare(a.BOMRef, b.BOMRef) })
	for _, m := range components {
		refs = append(refs, m.BOMRef)
	}
	bom := cyclonedx.NewBOM()
	bom.SerialNumber = uuid.NewSHA1(uuid.NameSpaceURL, serial.Sum(nil)).URN()
	bom.Metadata = &cyclonedx.Metadata{Component: &product}
	bom.Components = &components
	bom.Dependencies = &[]cyclonedx.Dependency{{Ref: product.BOMRef, Dependencies: &refs}}
	return cyclonedx.NewBOMEncoder(w, cyclonedx.BOMFileFormatJSON).SetPretty(true).SetEscapeHTML(false).Encode(bom)
}

// module describes a dependency, the replacement where there is one.
func module(dep *debug.Module) cyclonedx.Component {
	if dep.Replace != nil {
		dep = dep.Replace
	}
	return library(dep.Path, dep.Version, dep.Sum)
}

func library(path, version, sum string) cyclonedx.Component {
	c := cyclonedx.Component{
		BOMRef: purl(path, version), Type: cyclonedx.ComponentTypeLibrary,
		Name: path, Version: version, PackageURL: purl(path, version), Scope: cyclonedx.ScopeRequired,
	}
	// h1 is the SHA-256 of the module's list of files and their sums.
	if h1, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(sum, "h1:")); err == nil && len(h1) == sha256.Size {
		c.Hashes = &[]cyclonedx.Hash{{Algorithm: cyclonedx.HashAlgoSHA256, Value: hex.EncodeToString(h1)}}
	}
	return c
}

// purl names a Go module: https://github.com/package-url/purl-spec
func purl(path, version string) string {
	return "pkg:golang/" + path + "@" + version
}

func sumOf(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return h.Sum(nil), nil
}
