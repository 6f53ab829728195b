// Command gen writes the keywords of gitleaks' rules to a file: without one of
// them in a text no rule can match, and none needs to be compiled.
package main

import (
	"fmt"
	"os"
	"strings"

	"merlon/internal/secret"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: gen FILE")
		os.Exit(2)
	}
	if err := os.WriteFile(os.Args[1], []byte(strings.Join(secret.Keywords(), "\n")+"\n"), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
