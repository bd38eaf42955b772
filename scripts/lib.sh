# shellcheck shell=bash
# Sourced by the scripts beside it.

# Python leaves no compiled files beside the sources.
export PYTHONDONTWRITEBYTECODE=1

say() { printf '==> %s\n' "$*" >&2; }

fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# timed NAME COMMAND...: says what begins and, where it succeeds, how long it took.
timed() {
  local name=$1 start=$SECONDS
  shift
  say "$name"
  "$@"
  say "$name: $((SECONDS - start)) s"
}

# The release build of the one product; Swift's own progress is shown.
build_annals() { swift build -c release --product annals; }
# shellcheck disable=SC2034  # used by the scripts that source this
ANNALS=.build/release/annals

# fingerprint FOLDER: one line that changes with any byte of any file in it.
fingerprint() { (cd "$1" && find . -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum); }
