#!/usr/bin/env bash
# bench-records.sh [--sizes N,N] [--forms csv,xlsx] [--rounds N]: see Benchmarks/README.md.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/lib.sh
. scripts/lib.sh

timed 'building annals' build_annals
exec .tools/bench-records/bin/python Benchmarks/run_records.py --annals "$ANNALS" "$@"
