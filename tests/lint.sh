#!/bin/bash
# What no compiler says: sizes of files, lines, notes to oneself, cppcheck. `make lint` has built all with clang -Werror before.
set -u
cd "$(dirname "$0")/.."
failed=0
fault() {
  echo "lint: $*"
  failed=$((failed + 1))
}

code=$(git ls-files 'src/*.[ch]' 'tests/*.[ch]')
for file in $code; do
  lines=$(wc -l < "$file")
  [ "$lines" -le 500 ] || fault "$file has $lines lines; 500 is the most, 200 is good"
done
wide=$(for file in $code; do awk -v file="$file" '{ gsub(/[\200-\277]/, "") } length > 160 { print file ":" FNR }' "$file"; done)
[ -z "$wide" ] || fault "lines of more than 160 characters: $wide"
notes=$(grep -nE '\b(TODO|FIXME|XXX|HACK)\b' $code) && fault "notes to oneself: $notes"
tabs=$(grep -lP '\t' $code) && fault "tabs: $tabs"

if command -v cppcheck >/dev/null; then
  cppcheck --quiet --std=c11 --enable=warning,portability --error-exitcode=1 --inline-suppr -j "$(nproc)" -Isrc \
    --suppress=missingIncludeSystem --suppress=unknownMacro --suppress=syntaxError src || fault "cppcheck"
fi
if command -v mandoc >/dev/null; then
  for page in docs/man/*.1; do
    said=$(mandoc -T lint -W warning "$page" 2>&1) || fault "$said"
  done
fi
[ "$failed" -eq 0 ] && echo "lint: clean"
