#!/usr/bin/env bash
# test.sh: lint, check the map of the targets, build with every import checked, run. The runner's own summary is the last line.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/lib.sh
. scripts/lib.sh

# Both commands get the same options, so that the second finds nothing to build.
options=(--explicit-target-dependency-import-check error)
timed 'checking the format' scripts/lint.sh
timed 'checking docs/architecture.md' scripts/architecture.sh
timed 'building the tests' swift build --build-tests "${options[@]}"
say 'running the tests'
exec swift test "${options[@]}" --disable-xctest
