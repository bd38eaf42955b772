#!/usr/bin/env bash
# fuzz.sh [TARGET...]: feeds every reader a fixed number of inputs; see Fuzz/README.md.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/lib.sh
. scripts/lib.sh

runs=${RUNS:-20000}
# Targets that do much with an input get fewer, so that all together take a minute or two.
slow=' indicators records sheet sources sql '
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(Fuzz/corpus/*)
targets=("${targets[@]##*/}")
crashes=Fuzz/.build/crashes
# The backtrace of Swift would keep libFuzzer from writing the input that crashes.
export SWIFT_BACKTRACE=enable=no

# One sanitizer by the option and both by the flag: two options come in random order, and one of the
# orders leaves the address sanitizer out. The linker warns of every function of the sanitizer.
# shellcheck disable=SC2317  # called by `timed`
build() {
  local log=Fuzz/.build/fuzz.log
  mkdir -p Fuzz/.build
  swift build --package-path Fuzz --product fuzz --sanitize fuzzer \
    -Xswiftc -sanitize=fuzzer,address >"$log" 2>&1 || { grep -v 'ld.*warning' "$log"; return 1; }
  rm -f "$log"
}

# run TARGET: what the target finds new stays out of the seeds.
run() {
  local found log count=$runs start=$SECONDS
  [[ $slow != *" $1 "* ]] || count=$((runs / 4))
  found=$(mktemp -d)
  log=$crashes/$1.log
  if FUZZ_TARGET=$1 Fuzz/.build/debug/fuzz -runs="$count" -seed=1 -timeout=10 -rss_limit_mb=2048 \
    -artifact_prefix="$crashes/$1-" "$found" "Fuzz/corpus/$1" >"$log" 2>&1
  then
    say "fuzzed $1 with $count inputs: $((SECONDS - start)) s"
    rm -rf "$found" "$log"
  else
    rm -rf "$found"
    tail -n 40 "$log" >&2
    fail "$1 fails; the input and the log are in $crashes"
  fi
}

timed 'building the fuzz targets' build
mkdir -p "$crashes"
status=0 running=0
for target in "${targets[@]}"; do
  [ -d "Fuzz/corpus/$target" ] || fail "there is no target $target; see Fuzz/corpus"
  # As many at a time as there are processors.
  if [ "$running" -ge "$(nproc)" ]; then wait -n || status=1; running=$((running - 1)); fi
  run "$target" &
  running=$((running + 1))
done
while [ "$running" -gt 0 ]; do wait -n || status=1; running=$((running - 1)); done
exit $status
