// Command merlon keeps a team's AWS estate secure, from the pull request to
// production. Run merlon help for its commands.
//
//go:generate go run ../../internal/tools/readme ../..
package main

import (
	"os"

	"merlon/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], cli.System()))
}
