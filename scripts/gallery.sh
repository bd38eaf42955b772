#!/usr/bin/env bash
# gallery.sh [GROUP...]: builds the examples of docs/gallery/source and writes docs/gallery anew, or
# the named groups of it.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/lib.sh
. scripts/lib.sh

timed 'building annals' build_annals
timed 'making the gallery' python3 scripts/gallery.py "$ANNALS" "$@"
