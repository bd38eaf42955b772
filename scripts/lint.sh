#!/usr/bin/env bash
# lint.sh: the formatting rules of .swift-format over every Swift file; each breach is an error.
set -euo pipefail
cd "$(dirname "$0")/.."
folders=(Package.swift)
for folder in Sources Tests; do [ ! -d "$folder" ] || folders+=("$folder"); done
swift format lint --strict --parallel --recursive "${folders[@]}"
