# `make report` and `make test` need nothing but Debian 12 and Swift; see README.md.
REPORT ?= reports/szpt-2019
TO ?= pdf,html,booklet
SIZES ?= p20,p100,p400,zh100
ROUNDS ?= 3
JOBS ?= annals,typst

.PHONY: help report gallery test lint conformance bench bench-records fuzz clean

help:
	@echo 'make report       build $(REPORT) as $(TO)'
	@echo 'make gallery      the pictures and pages of docs/gallery, from its examples'
	@echo 'make test         lint, build with every import checked, run all tests'
	@echo 'make lint         the formatting rules alone'
	@echo 'make conformance  outside checkers over everything that is made'
	@echo 'make bench        measure against Typst: SIZES=$(SIZES) ROUNDS=$(ROUNDS) JOBS=$(JOBS)'
	@echo 'make bench-records  measure the data layer beside DuckDB, pandas and openpyxl: ROUNDS=$(ROUNDS)'
	@echo 'make fuzz         every reader on random input, a fixed number of times'
	@echo 'make clean        remove what was built and made'

report:
	@scripts/setup.sh
	@scripts/report.sh '$(REPORT)' '$(TO)'

gallery:
	@scripts/setup.sh
	@scripts/gallery.sh

test:
	@scripts/setup.sh --test
	@scripts/test.sh

lint:
	@scripts/lint.sh

conformance:
	@scripts/setup.sh --conformance
	@scripts/conformance/run.sh

bench:
	@scripts/setup.sh --bench
	@scripts/bench.sh --sizes '$(SIZES)' --rounds '$(ROUNDS)' --jobs '$(JOBS)'

bench-records:
	@scripts/setup.sh --bench-records
	@scripts/bench-records.sh --rounds '$(ROUNDS)'

fuzz:
	@scripts/setup.sh
	@scripts/fuzz.sh

clean:
	rm -rf .build out Benchmarks/build
