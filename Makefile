# Every task of the project. Each stops at the first failure.
#
# Needs make and a Swift 6.3 toolchain on Debian 12; `make deps` installs the rest.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:

# An import that Package.swift does not declare is an error.
SWIFT_FLAGS := --explicit-target-dependency-import-check error
# With Swift's library inside, the program starts and counts references faster, and runs where no Swift is installed.
BUILD := swift build -c release $(SWIFT_FLAGS) --static-swift-stdlib --product longhand
# Tests run optimised: they train networks and sweep millions of points. Their own folder keeps the
# release binary, which is built without @testable, from being rebuilt.
TEST := swift test -c release $(SWIFT_FLAGS) --scratch-path .build/tests -Xswiftc -enable-testing
LONGHAND := .build/release/longhand
SHARE := .build/share/longhand

.PHONY: help
help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: deps
deps: ## install the Debian packages that are missing
	@.ci/install-packages

.PHONY: build
build: deps share ## build .build/release/longhand
	$(BUILD)

.PHONY: share
share: deps # style sheets, fonts and KaTeX for the built site
	@if [[ -x Sources/Site/Assets/build-share.sh ]]; then Sources/Site/Assets/build-share.sh $(SHARE); fi

.PHONY: site
site: build ## build the tutorial into output/
	$(LONGHAND) build chapters -o output

# NumPy judges the arrays of expressions; a private environment, so that nothing else on the machine changes. Without a
# network the tests say which comparisons they skip; on CI nothing may be skipped.
VENV := .build/venv
$(VENV)/ready: .ci/requirements.txt
	/usr/bin/python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check -r $<
	touch $@

.PHONY: venv
venv: deps
	@$(MAKE) --no-print-directory $(VENV)/ready || [[ -z $${CI:-} ]]

.PHONY: test
test: deps share venv lint core-wasm ## everything CI runs
	$(TEST)

.PHONY: check
check: lint build ## lint the sources and check the tutorial
	$(LONGHAND) check chapters
	$(LONGHAND) check docs/gallery

.PHONY: format
format: ## lay out the Swift sources
	swift format --in-place --parallel --recursive Sources Tests Package.swift

.PHONY: lint
lint: ## check the layout and the habits of the sources
	@.ci/lint
	@.ci/check-core

.PHONY: golden
golden: deps share venv ## rewrite the golden files from what the tests see now
	UPDATE_GOLDEN=1 .ci/core-wasm
	UPDATE_GOLDEN=1 $(TEST)

.PHONY: core-wasm
core-wasm: deps ## build, link and run the core for WebAssembly
	@.ci/core-wasm

.PHONY: bench
bench: build venv ## measure builds of generated books, figures, training against C, and programs against CPython
	swift build -c release $(SWIFT_FLAGS) --product training-benchmark
	swift build -c release $(SWIFT_FLAGS) --product figures-benchmark
	python3 -B Tests/Benchmarks/bench.py

.PHONY: contact-sheet
contact-sheet: build ## every figure, light and dark, on one page to look at
	@.ci/contact-sheet

.PHONY: gallery
gallery: build ## build the gallery of figures into .build/gallery
	$(LONGHAND) build docs/gallery -o .build/gallery

# Where `make install` puts things; DESTDIR is for packagers.
PREFIX ?= /usr/local
DESTDIR ?=
export DEB_MAINTAINER

.PHONY: install
install: build ## install below PREFIX (/usr/local)
	.ci/install-files $(LONGHAND) $(SHARE) "$(DESTDIR)$(PREFIX)"

.PHONY: uninstall
uninstall: ## remove what install put there
	rm -rf "$(DESTDIR)$(PREFIX)/share/longhand"
	rm -f $(foreach file,bin/longhand share/man/man1/longhand.1 share/bash-completion/completions/longhand \
	    share/zsh/site-functions/_longhand share/fish/vendor_completions.d/longhand.fish,"$(DESTDIR)$(PREFIX)/$(file)")

.PHONY: deb
deb: build ## pack .build/deb/longhand_VERSION_ARCHITECTURE.deb
	.ci/make-deb $(LONGHAND) $(SHARE) .build/deb

.PHONY: clean
clean: ## remove everything that was built
	rm -rf .build output/*
