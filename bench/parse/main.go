// Command parse only parses the Terraform files below a directory, on all
// CPUs, and says how long that took: the yardstick for merlon scan.
package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: parse DIR")
		os.Exit(2)
	}
	start := time.Now()
	var files []string
	err := filepath.WalkDir(os.Args[1], func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(name, ".tf") {
			files = append(files, name)
		}
		return err
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	work := make(chan string)
	var wg sync.WaitGroup
	var mu sync.Mutex
	blocks := 0
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			n := 0
			for name := range work {
				data, err := os.ReadFile(name)
				if err != nil {
					continue
				}
				file, _ := hclsyntax.ParseConfig(data, name, hcl.InitialPos)
				if body, ok := file.Body.(*hclsyntax.Body); ok {
					n += len(body.Blocks)
				}
			}
			mu.Lock()
			blocks += n
			mu.Unlock()
		})
	}
	for _, name := range files {
		work <- name
	}
	close(work)
	wg.Wait()
	fmt.Printf("%d files, %d blocks, %v\n", len(files), blocks, time.Since(start).Round(time.Millisecond))
}
