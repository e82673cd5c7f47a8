# RedSail (红帆). `make help` lists what can be asked of this file.
SHELL := /bin/bash
.DEFAULT_GOAL := help

SCALE ?= 1
PREFIX ?= /usr/local
CONFIGURATION ?= release
PYTHON := $(CURDIR)/.build/venv/bin/python
export REDSAIL_PYTHON := $(PYTHON)

STAGE := dev/stage

# Warnings are errors in every stage: a stage with other settings would compile everything anew.
test: export REDSAIL_STRICT := 1

.PHONY: help demo test bench install generate format proto-bundle

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## build, start a server, play the article's year through the client, print the scoreboard (SCALE=0.02 for seconds)
	@dev/install build
	@dev/demo "$(SCALE)"

test: ## install what is missing, check, build and run every test
	@rm -f .build/stages
	@$(STAGE) install dev/install test
	@$(STAGE) lint dev/lint
	@$(STAGE) "schema lint" dev/lint-proto
	@$(STAGE) "generated code" dev/generate --check
	@$(STAGE) "debug build" swift build --build-tests
	@# Apart: the first stage starts programs, the second opens hundreds of databases.
	@$(STAGE) "unit tests" swift test --skip-build --no-parallel --skip RedSailServiceTests
	@$(STAGE) "service tests" swift test --skip-build --parallel --num-workers 2 --filter RedSailServiceTests
	@$(STAGE) "codegen tests" swift test --package-path codegen
	@$(STAGE) "generated code compiles" dev/check-generated
	@$(STAGE) "release build" swift build -c release --product redsail
	@$(STAGE) "release build of rpc-interop" swift build -c release --product rpc-interop
	@$(STAGE) "interop and end to end" $(PYTHON) -m pytest -q Tests/Interop Tests/EndToEnd
	@$(STAGE) "consumer package" env CONFIGURATION=debug dev/check-consumer
	@$(STAGE) examples dev/check-examples
	@$(STAGE) documents dev/check-readme
	@$(STAGE) "main job at SCALE=0.02" dev/demo 0.02
	@printf '\ntime by stage\n'; cat .build/stages

bench: ## play the year at full scale and measure pages and reports on it (BENCH_DATA=DIR: a year that is there)
	@dev/install test
	@dev/bench "$(BENCH_DATA)"

install: ## install redsail and protoc-gen-redsail-swift below PREFIX
	@dev/install build
	swift build -c $(CONFIGURATION) --product redsail
	swift build -c $(CONFIGURATION) --package-path codegen --product protoc-gen-redsail-swift
	install -D -m 755 .build/$(CONFIGURATION)/redsail "$(DESTDIR)$(PREFIX)/bin/redsail"
	install -D -m 755 codegen/.build/$(CONFIGURATION)/protoc-gen-redsail-swift "$(DESTDIR)$(PREFIX)/bin/protoc-gen-redsail-swift"

generate: ## regenerate the committed Swift from the schemas
	@dev/install test
	@dev/generate

format: ## format the Swift sources
	@dev/format

proto-bundle: ## one archive of all schemas with their imports and a descriptor set
	@dev/install test
	@dev/proto-bundle
