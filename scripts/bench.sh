#!/usr/bin/env bash
# bench.sh [--sizes S,S] [--rounds N] [--jobs J,J]: see Benchmarks/README.md.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/lib.sh
. scripts/lib.sh

timed 'building annals' build_annals
exec .tools/bench/bin/python Benchmarks/run.py --annals "$ANNALS" "$@"
