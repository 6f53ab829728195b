// Command gen writes the schema table of package schema.
//
// It asks the terraform on the PATH for the provider schemas, adds the types
// of helpers.txt and the defaults of defaults.tsv, and writes table.bin. Run
// it with go generate in the folder of package schema. The AWS provider is
// taken from a local plugin mirror if one is found (see -mirror), otherwise
// from the registry.
//
// With -learn it first learns the defaults anew: it plans a minimal resource
// of every type and notes what the provider filled in. That takes some
// minutes, no credentials, and no network.
package main

import (
	"context"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"regexp"
)

// awsVersion is the version of hashicorp/aws that the table describes.
const awsVersion = "5.100.0"

// Files of package schema, in which the command runs.
const (
	helpersFile  = "helpers.txt"
	defaultsFile = "defaults.tsv"
	tableFile    = "table.bin"
)

func main() {
	mirror := flag.String("mirror", "", "plugin mirror `folder` that has registry.terraform.io/hashicorp/aws (default: look for one)")
	learn := flag.Bool("learn", false, "learn the defaults anew and rewrite "+defaultsFile)
	only := flag.String("only", "", "with -learn, learn only of the resource types that the `regexp` matches, and keep the rest of "+defaultsFile)
	verbose := flag.Bool("v", false, "log why probes are refused")
	flag.Parse()
	if *verbose {
		slog.SetLogLoggerLevel(slog.LevelDebug)
	}

	types, err := regexp.Compile(*only)
	if err != nil {
		slog.Error(err.Error())
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *mirror, *learn, types); err != nil {
		slog.Error(err.Error())
		os.Exit(1)
	}
}

func run(ctx context.Context, mirror string, learn bool, only *regexp.Regexp) error {
	tf, err := newTerraform(ctx, mirror)
	if err != nil {
		return err
	}
	defer tf.close()
	schemas, err := tf.schemas(ctx)
	if err != nil {
		return err
	}
	if learn {
		found, err := learnDefaults(ctx, mirror, schemas, only)
		if err != nil {
			return fmt.Errorf("learn defaults: %w", err)
		}
		if err := replaceDefaults(defaultsFile, found, only); err != nil {
			return err
		}
	}
	if err := readDefaults(defaultsFile, schemas); err != nil {
		return err
	}
	if err := readHelpers(helpersFile, schemas); err != nil {
		return err
	}
	table := encode(schemas, awsVersion)
	if err := os.WriteFile(tableFile, table, 0o666); err != nil {
		return err
	}
	slog.Info("wrote the table", "bytes", len(table), "managed", len(schemas.managed), "data", len(schemas.data))
	return nil
}
