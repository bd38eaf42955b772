#!/usr/bin/env bash
# architecture.sh: the table of docs/architecture.md says what Package.swift says, to the import.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/lib.sh
. scripts/lib.sh

# A line for each target that is not a test or a C library's map: its name, then its imports.
declared() {
  swift package describe --type text 2>/dev/null | awk '
    function show(i) { for (i = 1; i <= count; i++) print name, imports[i]; if (name) print name }
    /^Targets:/ { targets = 1 }
    !targets { next }
    /^    Name: / { show(); name = $2; count = 0; listing = 0 }
    /^    Type: (test|system-target)/ { name = "" }
    /^    [A-Z]/ { listing = /dependencies:$/ }
    /^        [A-Za-z]/ && listing && name { imports[++count] = $1 }
    END { show() }' | sort -u
}

documented() {
  awk -F '|' '/^\| [1-9] \| `/ {
    gsub(/[` ]/, "", $3); gsub(/[` ]/, "", $4); print $3
    count = split($4, imports, ","); for (i = 1; i <= count; i++) print $3, imports[i]
  }' docs/architecture.md | sort -u
}

# Publishing's row says "all above" and stands for what the manifest lists.
same() { grep -v '^Publishing ' | cat; }
diff -u --label docs/architecture.md --label Package.swift \
  <(documented | same) <(declared | same) \
  || fail 'docs/architecture.md and Package.swift disagree'
