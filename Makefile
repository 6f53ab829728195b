# merlon: make help lists what there is to do.

# What a release is called and built for.
VERSION   ?= $(shell git describe --tags --always --dirty)
PLATFORMS ?= linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64
DIST      ?= dist
FUZZTIME  ?= 10s

.PHONY: help
help: ## list the targets
	@sed -n 's/^\([a-z0-9]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

.PHONY: build
build: ## build bin/merlon for this machine
	CGO_ENABLED=0 go build -trimpath -o bin/merlon ./cmd/merlon

.PHONY: check
check: ## format, vet, lint (if golangci-lint is installed) and test
	@unformatted=$$(git ls-files -co --exclude-standard '*.go' | xargs gofmt -l); \
		if [ -n "$$unformatted" ]; then echo "run gofmt -w on:"; echo "$$unformatted"; exit 1; fi
	go vet ./...
	go vet -tags e2e ./e2e
	@if command -v golangci-lint >/dev/null; then golangci-lint run; \
		else echo "golangci-lint is not installed: not linted"; fi
	go test ./...

.PHONY: e2e
e2e: ## hold merlon against Terraform, a browser and a second build
	go test -tags e2e -count=1 -v ./e2e

.PHONY: generate
generate: ## write generated documents anew (the provider's schema needs Terraform: see internal/schema)
	go generate ./checks

.PHONY: update
update: ## write what tests expect anew: read the diff before you commit it
	go test ./cmd/merlon ./internal/config ./internal/report -update

.PHONY: fuzz
fuzz: ## fuzz every parser for FUZZTIME each
	@git ls-files -co --exclude-standard '*_test.go' | xargs grep -o '^func Fuzz[A-Za-z0-9]*' | \
	while IFS=: read -r file func; do \
		echo "$${file%/*} $${func#func }"; \
		go test "./$${file%/*}" -run '^$$' -fuzz "^$${func#func }\$$" -fuzztime $(FUZZTIME) </dev/null || exit 1; \
	done

.PHONY: bench
bench: ## run the benchmarks
	go test ./... -run '^$$' -bench . -benchmem
	./bench/run.sh

# A release depends on the commit and the Go version alone: no C compiler, no
# paths and no times of the machine go in, so anybody can build it again and
# compare SHA256SUMS.
.PHONY: release
release: ## build all platforms, sums and a bill of materials into DIST
	rm -rf $(DIST)
	mkdir -p $(DIST)
	@set -e; for platform in $(PLATFORMS); do \
		os=$${platform%/*}; arch=$${platform#*/}; ext=; \
		if [ $$os = windows ]; then ext=.exe; fi; \
		name=merlon_$(VERSION)_$${os}_$${arch}$$ext; echo "$$name"; \
		CGO_ENABLED=0 GOOS=$$os GOARCH=$$arch GOAMD64=v1 GOARM64=v8.0 GOFLAGS=-mod=readonly \
			go build -trimpath -ldflags "-s -w -X merlon/internal/cli.version=$(VERSION)" \
			-o "$(DIST)/$$name" ./cmd/merlon; \
	done
	go run ./internal/tools/sbom $(VERSION) $(DIST)/merlon_* > $(DIST)/sbom.tmp
	mv $(DIST)/sbom.tmp $(DIST)/merlon_$(VERSION).cdx.json
	cd $(DIST) && sha256sum merlon_* > SHA256SUMS
	@cat $(DIST)/SHA256SUMS

.PHONY: clean
clean: ## remove what was built
	rm -rf bin $(DIST)
