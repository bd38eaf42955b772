#!/usr/bin/env bash
# report.sh REPORT OUTPUTS: builds the program, then the report, and says what was made and where.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/lib.sh
. scripts/lib.sh

report=$1 outputs=$2 folder="out/$(basename "$1")"
timed 'building annals' build_annals
timed "building $report as $outputs" "$ANNALS" build "$report" --to "$outputs" --output "$folder"
say "all of it is in $folder; the web edition begins at $folder/web/index.html"
