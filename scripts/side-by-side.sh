#!/usr/bin/env bash
# side-by-side.sh [ANNALS]: sets the two pages of docs/side-by-side.md by LuaLaTeX with microtype, Typst
# and Annals, prints the numbers and writes the pictures again. Needs `setup.sh --side-by-side`.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/lib.sh
. scripts/lib.sh

[ $# -gt 0 ] || timed 'building annals' build_annals
exec .tools/side-by-side/bin/python Benchmarks/side_by_side/run.py \
  --annals "${1:-$ANNALS}" --build Benchmarks/build/side-by-side --images docs/images/side-by-side
