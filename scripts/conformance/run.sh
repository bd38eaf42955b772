#!/usr/bin/env bash
# run.sh [--theme THEME] [REPORT...]: makes everything that Annals makes of each report, and lets others
# judge it: in the theme of its own, and as pages and on the web in each shipped theme, or in THEME alone.
# Set up by `scripts/setup.sh --conformance`. Ends with 0 only where every check of every file passed.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
# shellcheck source=scripts/lib.sh
. scripts/lib.sh

themes=(institutional editorial accounts)
if [ "${1-}" = --theme ]; then
  case ${2-} in
    institutional | editorial | accounts) themes=("$2") ;;
    *) fail "there is no theme \"${2-}\": ${themes[*]}" ;;
  esac
  shift 2
fi
[ $# -gt 0 ] || set -- reports/*/
python=.tools/conformance/bin/python
made=out/conformance
passed=0 failed=0

# check NAME COMMAND...: one judge's word on one thing; what it says is shown where it objects.
check() {
  local name=$1 answer
  shift
  if answer=$("$@" 2>&1); then
    passed=$((passed + 1))
    printf 'PASS  %s\n' "$name"
  else
    failed=$((failed + 1))
    printf 'FAIL  %s\n      %s\n' "$name" "${answer//$'\n'/$'\n'      }"
  fi
}

judge_pdf() {
  local flavours=$1 file
  shift
  for file in "$@"; do
    check "structure, fonts, drawing, text: $(basename "$file")" \
      "$python" scripts/conformance/pdf.py "$file"
  done
  check "veraPDF $flavours: $# files" "$python" scripts/conformance/verapdf.py "$flavours" "$@"
}

# judge_web FOLDER NAME: the web edition in a folder, light, dark and printed.
judge_web() {
  check "$2: HTML" "$python" scripts/conformance/nu.py "$1/web"
  check "$2: links and weight" "$python" scripts/conformance/links.py "$1/web"
  check "$2: in Chromium" "$python" scripts/conformance/browser.py "$1/web"
}

# The same report in every shipped theme, whatever its own one is.
judge_themes() {
  local report=$1 name=$2 theme folder
  for theme in "${themes[@]}"; do
    folder=$made/$name.$theme
    rm -rf "$folder"
    annals build "$report" --theme "$theme" --to pdf,html --output "$folder" ||
      fail "$report was not built in the theme $theme"
    mapfile -t themed < <(find "$folder" -maxdepth 1 -name '*.pdf' | sort)
    judge_pdf 2a,ua1 "${themed[@]}"
    judge_web "$folder" "web edition in the theme $theme"
  done
}

judge_report() {
  local report=${1%/} name folder archive language
  name=$(basename "$report") folder=$made/$name archive=$made/$name.archive
  rm -rf "$folder" "$folder.press" "$archive"
  local products=pdf,html
  [ -e "$report/brochure.yaml" ] && products+=,booklet
  annals build "$report" --to "$products" --output "$folder" || fail "$report was not built"
  annals archive add "$report" --archive "$archive" || fail "$report was not archived"

  annals build "$report" --to press --output "$folder.press" || fail "$report has no press file"
  mapfile -t sheets < <(find "$folder.press" -name '*.pdf' | sort)
  check "press: ${#sheets[@]} files" "$python" scripts/conformance/press.py "${sheets[@]}"

  mapfile -t editions < <(find "$folder" -name '*.pdf' | sort)
  judge_pdf 2a,ua1 "${editions[@]}"
  judge_themes "$report" "$name"
  mapfile -t archived < <(find "$archive" -name '*.pdf' | sort)
  judge_pdf 3a,ua1 "${archived[@]}"

  for facts in scripts/conformance/facts/"$name".*.txt; do
    [ -e "$facts" ] || continue
    language=$(basename "$facts" .txt) language=${language##*.}
    check "facts in reading order: $name.$language.pdf" \
      "$python" scripts/conformance/facts.py "$facts" "$folder/$name.$language.pdf"
  done

  judge_web "$folder" 'web edition'
  mapfile -t bags < <(find "$archive" -name bagit.txt -printf '%h\n' | sort)
  check "archive: ${#bags[@]} bags" "$python" scripts/conformance/bags.py "${bags[@]}"
}

timed 'building annals' build_annals
annals() { "$ANNALS" "$@"; }
for report in "$@"; do judge_report "$report"; done
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
