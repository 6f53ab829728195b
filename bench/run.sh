#!/usr/bin/env bash
# Times merlon scan with every check against bare parsing of the same files:
# whole processes, a few runs each, wall seconds and peak memory.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go build -o "$work/" ./cmd/merlon ./bench/parse ./bench/gen
"$work/gen" "$work/one"
"$work/gen" -roots "$work/many"
mkdir "$work/tiny" && printf 'resource "aws_s3_bucket" "b" {\n  bucket = "b"\n}\n' >"$work/tiny/main.tf"
measure() { # name, command...
	local name=$1
	shift
	for _ in 1 2 3 4 5; do
		/usr/bin/time -f "$name  %e s wall  %U s user  %M KiB" "$@" >/dev/null
	done
}
measure "parse, one root       " "$work/parse" "$work/one"
measure "scan, one root        " "$work/merlon" scan "$work/one" --checks all --format json --fail-on none
measure "parse, 200 roots      " "$work/parse" "$work/many"
measure "scan, 200 roots       " "$work/merlon" scan "$work/many" --checks all --format json --fail-on none
measure "scan, one resource    " "$work/merlon" scan "$work/tiny" --fail-on none
