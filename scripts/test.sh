#!/usr/bin/env bash
# test.sh: lint, check the map of the targets, build with every import checked, run, with a database
# server of their own for the tests that read one. The runner's own summary is the last line.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/lib.sh
. scripts/lib.sh

# Both commands get the same options, so that the second finds nothing to build.
options=(--explicit-target-dependency-import-check error)
timed 'checking the format' scripts/lint.sh
timed 'checking docs/architecture.md' scripts/architecture.sh
timed 'building the tests' swift build --build-tests "${options[@]}"

# Under /tmp, since the server's user must be able to reach it.
database=$(mktemp -u -d /tmp/annals-postgres.XXXXXX)
trap 'scripts/postgres.sh stop "$database" >/dev/null 2>&1' EXIT
say 'starting a database server for the tests'
ANNALS_TEST_POSTGRES=$(scripts/postgres.sh start "$database")
export ANNALS_TEST_POSTGRES
say 'running the tests'
swift test "${options[@]}" --disable-xctest
